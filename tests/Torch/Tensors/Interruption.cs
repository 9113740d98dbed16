using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

[Collection("alone")]   // the token is ambient: no other test may compute meanwhile
public sealed class Interruption : IDisposable
{
    public void Dispose() => Interrupt.Source = null;

    [Fact]
    public void A_cancelled_token_stops_a_loop_within_one_call()
    {
        using var stop = new CancellationTokenSource();
        using var x = ones(4);
        Interrupt.Source = () => stop.Token;
        var calls = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (calls < 1000)
            {
                using var y = x + 1;
                if (++calls == 10) stop.Cancel();
            }
        });
        Assert.Equal(10, calls);
    }

    [Fact]
    public void Backward_stops_too_and_what_was_computed_stays()
    {
        using var stop = new CancellationTokenSource();
        using var x = ones(4).requires_grad_();
        using var loss = (x * 3).sum();
        Interrupt.Source = () => stop.Token;
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => loss.backward());
        Interrupt.Source = null;
        loss.backward();
        Assert.Equal([3f, 3f, 3f, 3f], x.grad!.data<float>().ToArray());
    }
}

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
