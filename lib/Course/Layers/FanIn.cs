using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>The initialisation of LeCun et al. 1998, appendix A: uniform in ±2.4/F for a unit with F inputs.</summary>
public static class FanIn
{
    private const double Range = 2.4;

    /// <summary>Fills the weights and biases of units that have <paramref name="inputs"/> inputs each.</summary>
    public static void Uniform(long inputs, params Tensor?[] weights)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        foreach (var weight in weights) weight?.uniform_(-Range / inputs, Range / inputs);
    }
}
