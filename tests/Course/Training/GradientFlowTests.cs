using CnnCourse.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Training;

public class GradientFlowTests
{
    [Fact]
    public void A_linear_layer_has_the_gradient_that_one_computes_by_hand()
    {
        using var scope = NewDisposeScope();
        var linear = Linear(2, 2, hasBias: false);
        using (no_grad()) linear.weight.zero_();
        using (no_grad()) linear.weight[0, 0] = 2;
        // Inputs (0, 1): the logits are equal, so p = (1/2, 1/2); gradient = (p - (1, 0)) x' has entries ±1/2 at x = 1.
        var flow = GradientFlow.Of(linear, tensor(new[,] { { 0f, 1f } }), tensor(new[] { 0L }));
        var layer = Assert.Single(flow);
        Assert.Equal("weight", layer.Weight);
        Assert.Equal([2L, 2L], layer.Shape);
        Assert.Equal(Math.Sqrt(0.5), layer.Norm, 1e-6);
        Assert.Equal(Math.Sqrt(0.5) / 2, layer.Relative, 1e-6);
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void Biases_and_normalisation_are_left_out_and_the_first_layer_comes_first()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(8, 3));
        var flow = GradientFlow.Of(net, randn(4, 1, 4, 4), tensor(new[] { 0L, 1, 2, 0 }));
        Assert.Equal(["0.weight", "3.weight"], flow.Select(l => l.Weight));
    }
}
