using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>The squashing function f(a) = A·tanh(S·a) with f(1) = 1 and f(-1) = -1 (LeCun et al. 1998, Eq. 6 and appendix A).</summary>
public static class ScaledTanh
{
    /// <summary>A, the height of the flat parts.</summary>
    public const double Amplitude = 1.7159;

    /// <summary>S; A·S is the slope at the origin.</summary>
    public const double Slope = 2.0 / 3.0;

    /// <summary>A·tanh(S·a), element by element.</summary>
    public static Tensor Squash(Tensor a)
    {
        using var scope = NewDisposeScope();
        return (tanh(a * Slope) * Amplitude).MoveToOuterDisposeScope();
    }
}
