using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>How much of something a linear map can still read off a representation.</summary>
public static class LinearReadout
{
    /// <summary>The share of the targets' variance that the best linear map of the features explains on unseen rows: 1 is everything, 0 no more than their mean.</summary>
    /// <param name="train">Features and targets to fit on, [N, ...] each, flattened to rows.</param>
    /// <param name="test">Others to judge by.</param>
    /// <param name="ridge">Added to the diagonal of X'X, so that the fit exists.</param>
    public static double Explained((Tensor Features, Tensor Targets) train, (Tensor Features, Tensor Targets) test, double ridge = 0.1)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (x, y) = (WithOne(train.Features), train.Targets.flatten(1));
        var map = linalg.solve(x.t().matmul(x) + ridge * eye(x.shape[1], dtype: x.dtype, device: x.device), x.t().matmul(y));
        var truth = test.Targets.flatten(1);
        var missed = (WithOne(test.Features).matmul(map) - truth).pow(2).mean().ToDouble();
        return 1 - missed / (truth - truth.mean([0])).pow(2).mean().ToDouble();
    }

    private static Tensor WithOne(Tensor features) => nn.functional.pad(features.flatten(1), [0, 1], value: 1);
}
