using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>b_i = a_i / (k + α Σ a_j²)^β over the n neighbouring maps j of map i (Krizhevsky et al. 2012, §3.3).</summary>
/// <remarks>Caffe and PyTorch divide α by n, the paper does not: <see cref="Paper"/> and <see cref="Caffe"/> say which is meant.</remarks>
public sealed class LocalResponseNormalization : Module<Tensor, Tensor>
{
    private readonly long n;
    private readonly double scale, beta, k;

    private LocalResponseNormalization(long n, double scale, double beta, double k) : base(nameof(LocalResponseNormalization))
    {
        if (n < 1 || n % 2 == 0)
            throw new ArgumentException($"The neighbourhood has {n} maps, but needs an odd number of them: the map itself and as many on each side.", nameof(n));
        (this.n, this.scale, this.beta, this.k) = (n, scale, beta, k);
        RegisterComponents();
    }

    /// <summary>The paper's formula with the paper's constants.</summary>
    public static LocalResponseNormalization Paper(long n = 5, double alpha = 1e-4, double beta = 0.75, double k = 2) =>
        new(n, alpha, beta, k);

    /// <summary>Caffe's formula with Caffe's constants: α / n in place of α.</summary>
    public static LocalResponseNormalization Caffe(long n = 5, double alpha = 1e-4, double beta = 0.75, double k = 1) =>
        new(n, alpha / n, beta, k);

    /// <summary>[N, C, H, W] → [N, C, H, W].</summary>
    public override Tensor forward(Tensor a)
    {
        using var scope = NewDisposeScope();
        var shape = a.shape;
        // A window over the map axis: the mean of n squares, where maps beyond the first and last count as 0.
        var squares = a.mul(a).view(shape[0], 1, shape[1], shape[2] * shape[3]);
        var mean = functional.avg_pool2d(squares, (n, 1), (1, 1), (n / 2, 0)).view(shape);
        return a.div(mean.mul(scale * n).add(k).pow(beta)).MoveToOuterDisposeScope();
    }
}
