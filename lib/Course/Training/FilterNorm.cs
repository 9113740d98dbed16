using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Training;

/// <summary>Keeps filters from taking over: one whose root mean square exceeds a radius is scaled back to it (Zeiler and Fergus 2014, §3).</summary>
public static class FilterNorm
{
    /// <summary>The paper's radius.</summary>
    public const double Radius = 0.1;

    /// <summary>Scales the filters of every convolution that are too large, now.</summary>
    public static void Limit(Module network, double radius = Radius)
    {
        ArgumentNullException.ThrowIfNull(network);
        foreach (var conv in network.modules().OfType<Conv2d>()) Limit(conv.weight, radius);
    }

    /// <summary>Limits the filters before each forward pass in training mode, so after every step; the action ends it.</summary>
    public static Action Keep(Module network, double radius = Radius)
    {
        ArgumentNullException.ThrowIfNull(network);
        var removers = network.modules().OfType<Conv2d>().Select(conv => conv.register_forward_pre_hook(module =>
        {
            if (module.training) Limit(conv.weight, radius);
        })).ToArray();
        return () => Array.ForEach(removers, hook => hook.remove());
    }

    /// <summary>The root mean square of each filter: [outputs, inputs, h, w] → [outputs].</summary>
    public static Tensor Of(Tensor weight)
    {
        using var scope = NewDisposeScope();
        return weight.detach().square().mean([1, 2, 3]).sqrt().MoveToOuterDisposeScope();
    }

    private static void Limit(Tensor weight, double radius)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        weight.mul_((radius / Of(weight).clamp_min(radius)).view(-1, 1, 1, 1));
    }
}
