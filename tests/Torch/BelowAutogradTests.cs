using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests;

/// <summary>Calls that pass autograd by, as nothing asks for a gradient, leave tensors as good as any.</summary>
public sealed class BelowAutogradTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void A_result_can_ask_for_a_gradient_later()
    {
        var x = (ones(3) + 1).requires_grad_();
        (x * x).sum().backward();
        Assert.Equal([4f, 4, 4], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void One_argument_that_asks_is_enough_in_either_place()
    {
        var (plain, asks) = (full([2], 3f), ones(2).requires_grad_());
        foreach (var product in new[] { plain * asks, asks * plain, where(plain > 0, plain, asks), maximum(plain, asks) }) Assert.True(product.requires_grad);
    }

    [Fact]
    public void Nothing_is_recorded_where_gradients_are_off_and_again_where_they_are_on()
    {
        var x = ones(2).requires_grad_();
        using (no_grad()) Assert.False((x * x).requires_grad);
        Assert.True((x * x).requires_grad);
    }

    [Fact]   // the product needs the sum for w's gradient; a changed sum would give a wrong one
    public void A_result_that_is_changed_after_its_use_is_noticed()
    {
        var w = ones(2).requires_grad_();
        var sum = ones(2) + ones(2);
        var product = (sum * w).sum();
        sum.add_(1);
        Assert.ThrowsAny<Exception>(() => product.backward());
    }

    [Fact]
    public void A_change_through_a_view_of_a_result_is_noticed_too()
    {
        var w = ones(2).requires_grad_();
        var sum = ones(2) + ones(2);
        var product = (sum * w).sum();
        sum[0].fill_(5);
        Assert.ThrowsAny<Exception>(() => product.backward());
    }
}
