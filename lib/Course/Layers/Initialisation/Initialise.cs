using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Draws the weights of every convolution and linear layer of a network anew; biases become 0.</summary>
public static partial class Initialise
{
    /// <summary>N(0, deviation²), the same for every layer (Krizhevsky et al. 2012, §5).</summary>
    public static void Gaussian(Module network, double deviation = 0.01) =>
        EachWeight(network, weight => init.normal_(weight, 0, deviation));

    /// <summary>Variance 2 / (fan in + fan out): keeps activations and gradients level in a linear network (Glorot and Bengio 2010).</summary>
    public static void Xavier(Module network) => EachWeight(network, weight => init.xavier_normal_(weight));

    /// <summary>Variance 2 / fan: the same for rectified units, half of which are off (He et al. 2015, "Delving deep", Eq. 10 and 14).</summary>
    /// <param name="network">The network whose weights are drawn.</param>
    /// <param name="fan">FanIn keeps activations level, FanOut gradients.</param>
    public static void He(Module network, init.FanInOut fan = init.FanInOut.FanIn) =>
        EachWeight(network, weight => init.kaiming_normal_(weight, mode: fan, nonlinearity: init.NonlinearityType.ReLU));

    private static void EachWeight(Module network, Action<Tensor> draw)
    {
        foreach (var (_, weight, bias) in Weighted(network))
        {
            if (weight.is_meta) continue;
            draw(weight);
            if (bias is not null) init.zeros_(bias);
        }
    }

    /// <summary>Convolutions and linear layers in the order of the tree.</summary>
    private static IEnumerable<(Module module, Parameter weight, Parameter? bias)> Weighted(Module network)
    {
        foreach (var module in (IEnumerable<Module>)[network, .. network.modules()])
        {
            if (module is Conv2d conv) yield return (conv, conv.weight, conv.bias);
            if (module is Linear linear) yield return (linear, linear.weight, linear.bias);
        }
    }
}
