using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

/// <summary>Statements tried out on numbers.</summary>
internal static class Tried
{
    // Sums of some hundred single-precision products in another order.
    private const double Rounding = 1e-5;

    /// <summary>True where two tensors have the same shape and differ by rounding alone.</summary>
    public static bool AreEqual(Tensor one, Tensor other) =>
        one.shape.SequenceEqual(other.shape) && (one - other).abs().max().Value() <= Rounding * (1 + other.abs().max().Value());

    /// <summary>The number in a tensor of one element, of any precision.</summary>
    public static double Value(this Tensor tensor)
    {
        using var wide = tensor.to(ScalarType.Float64);
        return wide.item<double>();
    }
}
