using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

public static partial class Initialise
{
    /// <summary>Layer-sequential unit variance: orthonormal weights, then each layer in turn scaled until its output has variance 1 (Mishkin and Matas 2016, Algorithm 1).</summary>
    /// <param name="network">The network whose weights are drawn.</param>
    /// <param name="batch">Images to measure on.</param>
    /// <param name="tolerance">How near to 1 is near enough.</param>
    /// <param name="attempts">Scalings of one layer at most.</param>
    public static void Lsuv(Module<Tensor, Tensor> network, Tensor batch, double tolerance = 0.1, int attempts = 10)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var wasTraining = network.training;
        network.eval();
        EachWeight(network, weight => init.orthogonal_(weight));
        foreach (var (module, weight, _) in Weighted(network))
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                var variance = OutputVariance(network, module, batch);
                if (Math.Abs(variance - 1) < tolerance) break;
                if (variance <= 0) throw new ArgumentException($"{module.GetName()} puts out a constant on this batch, which no scale can mend; take other images.", nameof(batch));
                weight.div_(Math.Sqrt(variance));
            }
        network.train(wasTraining);
    }

    private static double OutputVariance(Module<Tensor, Tensor> network, Module module, Tensor batch)
    {
        using var scope = NewDisposeScope();
        var variance = double.NaN;
        var layer = (Module<Tensor, Tensor>)module;
        var hook = layer.register_forward_hook((_, _, output) =>
        {
            using var measured = output.var(unbiased: false);
            variance = measured.ToDouble();
            return output;
        });
        network.call(batch);
        hook.remove();
        return double.IsNaN(variance) ? throw new ArgumentException($"{module.GetName()} takes no part in the forward pass.") : variance;
    }
}
