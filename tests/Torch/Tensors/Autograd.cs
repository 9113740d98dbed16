using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Autograd
{
    [Fact]
    public void Gradients_accumulate_until_they_are_zeroed()
    {
        using var x = tensor(new[] { 1f, 2 }).requires_grad_();
        (x * x).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([4f, 8], x.grad!.data<float>().ToArray());   // twice 2x
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Nothing_is_recorded_under_no_grad()
    {
        using var x = ones(2).requires_grad_();
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
        using (no_grad())
        using (enable_grad())
            Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void A_tensor_of_inference_mode_takes_no_part_in_a_graph()
    {
        Tensor y;
        using (inference_mode()) y = ones(2) * 2;
        Assert.Throws<TorchException>(() => (y * ones(2).requires_grad_()).sum().backward());
    }

    [Fact]
    public void A_hook_sees_and_replaces_the_gradient()
    {
        using var x = ones(2).requires_grad_();
        var seen = 0f;
        var hook = x.register_hook(g =>
        {
            seen = g.sum().item<float>();
            return g * 10;
        });
        (x * 3).sum().backward();
        Assert.Equal(6f, seen);
        Assert.Equal([30f, 30], x.grad!.data<float>().ToArray());
        hook.remove();
        (x * 3).sum().backward();
        Assert.Equal([33f, 33], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_error_in_a_hook_comes_out_of_backward()
    {
        using var x = ones(2).requires_grad_();
        x.register_hook(_ => throw new InvalidOperationException("from the hook"));
        Assert.Equal("from the hook", Assert.Throws<InvalidOperationException>(() => x.sum().backward()).Message);
    }

    [Fact]
    public void A_second_backward_needs_the_graph_to_be_kept()
    {
        using var x = ones(2).requires_grad_();
        var loss = (x * x).sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Assert.Throws<TorchException>(() => loss.backward());
        Assert.Equal([4f, 4], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_intermediate_gradient_is_kept_on_request()
    {
        using var x = ones(2).requires_grad_();
        var y = x * 2;
        y.retain_grad();
        (y * 5).sum().backward();
        Assert.Equal([5f, 5], y.grad!.data<float>().ToArray());
        Assert.False(y.is_leaf);
        Assert.StartsWith("MulBackward", y.grad_fn, StringComparison.Ordinal);
    }
}
