using static TorchSharp.torch.optim;

namespace CnnCourse.Torch;

/// <summary>The momentum of a parameter group, whether it is called that or Adam's first beta.</summary>
internal static class Momentum
{
    internal static void Require(Optimizer optimizer)
    {
        if (optimizer is not (IMomentum or IBetas)) throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
    }

    internal static void Set(ILearningRateController group, double value)
    {
        if (group is IBetas adaptive) adaptive.Betas = (value, adaptive.Betas.Item2);
        else if (group is IMomentum plain) plain.Momentum = value;
    }
}
