using CnnCourse.Layers;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Layers;

/// <summary>The hand-written normalisation against the library's, which has passes of its own.</summary>
public sealed class BatchNormalizationTests
{
    private const double Tolerance = 1e-5;   // sums over 4 · 5 · 6 values in single precision

    [Fact]
    public void Forward_and_backward_are_the_librarys()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var x = (randn(4, 3, 5, 6) * 3 + 7).requires_grad_();
        var (gamma, beta) = (randn(3).requires_grad_(), randn(3).requires_grad_());
        var gradient = randn(4, 3, 5, 6);

        var expected = functional.batch_norm(x, null, null, gamma, beta, training: true);
        expected.backward([gradient]);
        var (y, memory) = BatchNormalization.Forward(x.detach(), gamma.detach(), beta.detach());
        var (byX, byGamma, byBeta) = BatchNormalization.Backward(gradient, gamma.detach(), memory);

        Assert.InRange(Error(expected, y), 0, Tolerance);
        Assert.InRange(Error(x.grad!, byX), 0, Tolerance);
        Assert.InRange(Error(gamma.grad!, byGamma), 0, Tolerance);
        Assert.InRange(Error(beta.grad!, byBeta), 0, Tolerance);
    }

    [Fact]
    public void Backward_is_what_finite_differences_say()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var x = randn(new long[] { 2, 2, 2, 2 }, ScalarType.Float64);
        var (gamma, beta, gradient) = (randn(new long[] { 2 }, ScalarType.Float64), randn(new long[] { 2 }, ScalarType.Float64), randn(new long[] { 2, 2, 2, 2 }, ScalarType.Float64));
        double Loss(Tensor at) => (BatchNormalization.Forward(at, gamma, beta).Y * gradient).sum().item<double>();
        var byX = BatchNormalization.Backward(gradient, gamma, BatchNormalization.Forward(x, gamma, beta).Memory).X.view(-1).data<double>().ToArray();

        const double step = 1e-5;
        for (var k = 0; k < 16; k++)
        {
            var bump = zeros(new long[] { 16 }, ScalarType.Float64);
            bump.narrow(0, k, 1).fill_(step);
            bump = bump.view(2, 2, 2, 2);
            Assert.Equal((Loss(x + bump) - Loss(x - bump)) / (2 * step), byX[k], 1e-6);
        }
    }

    [Fact]
    public void Inference_uses_fixed_statistics_and_training_keeps_the_unbiased_variance()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(3, momentum: 1);   // the running statistics are those of the last batch
        var x = randn(4, 3, 5, 6) * 2 - 1;
        layer.train();
        layer.call(x);
        var biased = x.var(new long[] { 0, 2, 3 }, unbiased: false);
        Assert.InRange(Error(layer.running_var!, BatchNormalization.Unbiased(biased, 4 * 5 * 6)), 0, Tolerance);

        layer.eval();
        var one = randn(1, 3, 5, 6);
        Assert.InRange(Error(layer.call(one), BatchNormalization.Inference(one, layer.weight!, layer.bias!, layer.running_mean!, layer.running_var!)), 0, Tolerance);
    }

    [Fact]
    public void Gamma_of_the_deviation_and_beta_of_the_mean_give_back_the_input()
    {
        using var scope = NewDisposeScope();
        var x = randn(4, 3, 5, 6) * 2 - 1;
        var (mean, variance) = (x.mean([0, 2, 3]), x.var(new long[] { 0, 2, 3 }, unbiased: false));
        Assert.InRange(Error(x, BatchNormalization.Forward(x, (variance + 1e-5).sqrt(), mean).Y), 0, Tolerance);
    }

    private static double Error(Tensor expected, Tensor actual) => Drawn.RelativeError(Drawn.Floats(expected), Drawn.Floats(actual));
}
