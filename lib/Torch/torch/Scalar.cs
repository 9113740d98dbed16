using System.Numerics;

namespace TorchSharp;

/// <summary>A number that is no tensor. As in libtorch it is an Int64, Float64, Bool or ComplexFloat64, whatever it was made from.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly long Bits;
    internal readonly Complex ComplexValue;

    private Scalar(torch.ScalarType type, long bits) => (Type, Bits) = (type, bits);

    private Scalar(torch.ScalarType type, double value) : this(type, BitConverter.DoubleToInt64Bits(value))
    {
    }

    private Scalar(torch.ScalarType type, Complex value) => (Type, ComplexValue) = (type, value);

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(byte value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(sbyte value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(short value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value);
    public static implicit operator Scalar(Half value) => new(torch.ScalarType.Float64, (double)value);
    public static implicit operator Scalar(BFloat16 value) => new(torch.ScalarType.Float64, (double)value);
    public static implicit operator Scalar(float value) => new(torch.ScalarType.Float64, (double)value);
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value);
    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, value ? 1L : 0L);
    public static implicit operator Scalar((float, float) value) => new(torch.ScalarType.ComplexFloat64, new Complex(value.Item1, value.Item2));
    public static implicit operator Scalar(Complex value) => new(torch.ScalarType.ComplexFloat64, value);

    internal double AsDouble => Type.IsComplex() ? ComplexValue.Real : Type.IsFloatingPoint() ? BitConverter.Int64BitsToDouble(Bits) : Bits;
    internal long AsLong => Type.IsFloatingPoint() || Type.IsComplex() ? (long)AsDouble : Bits;

    public override string ToString() => Type.IsComplex() ? ComplexValue.ToString()
        : Type.IsFloatingPoint() ? AsDouble.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Type == torch.ScalarType.Bool ? (Bits != 0 ? "True" : "False") : Bits.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Does nothing: a scalar here holds no native memory. Kept for source compatibility.</summary>
    public void Dispose()
    {
    }
}
