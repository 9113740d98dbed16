using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

[Collection("alone")]
public sealed class ForgottenTensors
{
    private const int Mebibytes = 4;

    [Fact]
    public void Tensors_that_are_given_back_cost_no_collection()
    {
        Give(50);
        var before = GC.CollectionCount(2);
        Give(1000);
        Assert.Equal(before, GC.CollectionCount(2));
    }

    [Fact]
    public void Tensors_that_are_forgotten_are_found_before_they_fill_the_memory()
    {
        var (before, most) = (HeldMemory.Used, 0L);
        for (var k = 0; k < 1000; k++)
        {
            Forget();
            most = Math.Max(most, HeldMemory.Used - before);
        }
        Assert.InRange(most >> 20, 1, 1000);   // of 4,000
    }

    private static void Give(int count)
    {
        for (var k = 0; k < count; k++) zeros(Mebibytes << 18).Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => _ = zeros(Mebibytes << 18);
}
