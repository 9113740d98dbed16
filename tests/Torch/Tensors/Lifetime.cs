using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

[Collection("alone")]   // the process's memory is measured
public sealed class Lifetime
{
    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var x = ones(2);
        x.Dispose();
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Equal("", x.ToString());
        Assert.Contains("MoveToOuterDisposeScope", Assert.Throws<ObjectDisposedException>(() => x + 1).Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => x.shape);
        Assert.Throws<ObjectDisposedException>(() => x.data<float>());
        Assert.Throws<ObjectDisposedException>(() => cat([ones(2), x]));
    }

    [Fact]
    public void A_view_outlives_the_tensor_it_looks_into()
    {
        var x = arange(6.0);
        var view = x[2..4];
        x.Dispose();
        Assert.Equal([2f, 3f], view.to(float32).data<float>().ToArray());
    }

    [Fact]
    public void Elements_in_place_are_refused_once_the_tensor_is_gone()
    {
        var x = ones(2);
        var elements = x.data<float>();
        x.Dispose();
        Assert.Throws<ObjectDisposedException>(() => elements[0]);
        Assert.Throws<ObjectDisposedException>(elements.ToArray);
    }

    [Fact]
    public void Forgotten_tensors_are_collected_while_others_compute()
    {
        using var stop = new CancellationTokenSource();
        var worker = new Thread(() =>
        {
            using var x = ones(8, 8);
            while (!stop.IsCancellationRequested)
            {
                using var y = x + x;
                if (y.sum().item<float>() != 128) throw new InvalidOperationException("a live tensor was released");
            }
        });
        worker.Start();
        for (var round = 0; round < 20; round++)
        {
            Forget(200);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        stop.Cancel();
        worker.Join();
    }

    [Fact]
    public void Memory_stays_flat_when_everything_is_forgotten()
    {
        Forget(100, 1 << 18);
        var before = Environment.WorkingSet;
        Forget(4000, 1 << 18);   // 4 GB in all
        Assert.True(Environment.WorkingSet - before < 1L << 30, $"{(Environment.WorkingSet - before) >> 20} MB more");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count, long length = 16)
    {
        for (var k = 0; k < count; k++) zeros(length);
    }
}
