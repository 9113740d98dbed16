using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.autograd: gradients, modes, functions with a gradient of their own.</summary>
public class Autograd
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x * x * x * (double)vars[1];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * x * x * 3 * (double)ctx.get_data("factor")!, null!];
        }
    }

    private sealed class SumAndDifference : autograd.MultiTensorFunction<SumAndDifference>
    {
        public override string Name => nameof(SumAndDifference);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) => [(Tensor)vars[0] + (Tensor)vars[1], (Tensor)vars[0] - (Tensor)vars[1]];

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) => [grad_outputs[0] + grad_outputs[1], grad_outputs[0] - grad_outputs[1]];
    }

    [Fact]
    public void A_function_brings_its_own_gradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2 }, requires_grad: true);
        Cube.apply(x, 2.0).sum().backward();
        Assert.Equal([6, 24], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_function_may_have_several_results()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(3.0, requires_grad: true), tensor(1.0, requires_grad: true));
        var results = SumAndDifference.apply(x, y);
        (results[0] * results[1]).backward();
        Assert.Equal(6, x.grad!.item<double>());
        Assert.Equal(-2, y.grad!.item<double>());
    }

    [Fact]
    public void Gradients_accumulate_or_are_returned()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2.0, requires_grad: true);
        var y = x.pow(3);
        y.backward(retain_graph: true);
        Assert.Equal(12, x.grad!.item<double>());
        Assert.Equal(12, autograd.grad([y], [x], retain_graph: true, create_graph: true)[0].item<double>());
        autograd.backward([y], [tensor(2.0)]);
        Assert.Equal(36, x.grad!.item<double>());
        x.grad = null;
        Assert.True(x.is_leaf && x.requires_grad);
        Assert.False(x.detach().requires_grad);
        Assert.True(ones(1).requires_grad_().with_requires_grad(true).requires_grad);
    }

    [Fact]
    public void Modes_end_with_their_using()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        using (no_grad()) Assert.False((x * 2).requires_grad);
        using (inference_mode()) Assert.False((x * 2).requires_grad);
        using (no_grad())
        using (enable_grad()) Assert.True((x * 2).requires_grad);
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        using (autograd.detect_anomaly()) Assert.True(AnomalyMode.IsEnabled && AnomalyMode.ShouldCheckNaN);
        Assert.True(is_grad_enabled() && !AnomalyMode.IsEnabled && !is_inference_mode_enabled());
    }
}
