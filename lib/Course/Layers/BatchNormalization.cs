using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>Batch normalisation by hand, for maps [N, C, H, W]: Ioffe and Szegedy 2015, Algorithm 1 and the formulas of §3.</summary>
public static class BatchNormalization
{
    /// <summary>What the backward pass needs of the forward pass.</summary>
    /// <param name="Normalised">x̂, [N, C, H, W].</param>
    /// <param name="InverseDeviation">1 / sqrt(σ² + ε), [1, C, 1, 1].</param>
    public sealed record Memory(Tensor Normalised, Tensor InverseDeviation);

    private static readonly long[] overBatchAndPlace = [0, 2, 3];

    /// <summary>y = γ x̂ + β, with the mean and the variance of this batch; one γ and one β for each map.</summary>
    public static (Tensor Y, Memory Memory) Forward(Tensor x, Tensor gamma, Tensor beta, double epsilon = 1e-5)
    {
        using var scope = NewDisposeScope();
        var mean = x.mean(overBatchAndPlace, keepdim: true);
        var centred = x - mean;
        var variance = centred.pow(2).mean(overBatchAndPlace, keepdim: true);
        var inverse = (variance + epsilon).rsqrt();
        var normalised = centred * inverse;
        var y = normalised * PerMap(gamma) + PerMap(beta);
        return (y.MoveToOuterDisposeScope(), new(normalised.MoveToOuterDisposeScope(), inverse.MoveToOuterDisposeScope()));
    }

    /// <summary>The gradients of the loss by x, γ and β, from that by y.</summary>
    public static (Tensor X, Tensor Gamma, Tensor Beta) Backward(Tensor gradient, Tensor gamma, Memory memory)
    {
        using var scope = NewDisposeScope();
        var byGamma = (gradient * memory.Normalised).sum(overBatchAndPlace);
        var byBeta = gradient.sum(overBatchAndPlace);
        // Mean and variance depend on every x: the two subtracted terms are what flows through them.
        var byNormalised = gradient * PerMap(gamma);
        var throughMean = byNormalised.mean(overBatchAndPlace, keepdim: true);
        var throughVariance = memory.Normalised * (byNormalised * memory.Normalised).mean(overBatchAndPlace, keepdim: true);
        var byX = (byNormalised - throughMean - throughVariance) * memory.InverseDeviation;
        return (byX.MoveToOuterDisposeScope(), byGamma.MoveToOuterDisposeScope(), byBeta.MoveToOuterDisposeScope());
    }

    /// <summary>After training: the same with fixed statistics, one multiplication and one addition for each value (Algorithm 2, step 11).</summary>
    public static Tensor Inference(Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon = 1e-5)
    {
        using var scope = NewDisposeScope();
        var scale = gamma * (variance + epsilon).rsqrt();
        return (x * PerMap(scale) + PerMap(beta - mean * scale)).MoveToOuterDisposeScope();
    }

    /// <summary>The variance of the population as a batch of <paramref name="m"/> values tells it: m / (m − 1) times its own (Algorithm 2, step 10).</summary>
    public static Tensor Unbiased(Tensor variance, long m) => m > 1
        ? variance * ((double)m / (m - 1))
        : throw new ArgumentException("A single value has no variance; take a larger batch.", nameof(m));

    private static Tensor PerMap(Tensor vector) => vector.view(1, -1, 1, 1);
}
