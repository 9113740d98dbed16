using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>Keeps a step from leaping off a cliff (Pascanu, Mikolov and Bengio 2013, Algorithm 1).</summary>
public static class GradientClipping
{
    private const double Tiny = 1e-6;   // a gradient of zero stays zero

    /// <summary>Scales all gradients by one factor so that their common norm is at most <paramref name="limit"/>; waits for no device.</summary>
    /// <returns>The norm before, [] on the device.</returns>
    public static Tensor ByNorm(IEnumerable<Parameter> parameters, double limit)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var gradients = parameters.Select(p => p.grad).OfType<Tensor>().ToArray();
        if (gradients.Length == 0) return zeros([]).MoveToOuterDisposeScope();
        var norm = stack([.. gradients.Select(g => g.norm())]).norm();
        var factor = (limit / (norm + Tiny)).clamp(max: 1);
        foreach (var gradient in gradients) gradient.mul_(factor);
        return norm.MoveToOuterDisposeScope();
    }
}
