using System.Numerics;

namespace TorchSharp;

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;
    public static Scalar ToScalar(this sbyte value) => value;
    public static Scalar ToScalar(this short value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this (float, float) value) => value;
    public static Scalar ToScalar(this Complex value) => value;
    public static Scalar ToScalar(this bool value) => value;
    public static Scalar ToScalar(this Half value) => value;
    public static Scalar ToScalar(this BFloat16 value) => value;
    public static Scalar ToBFloat16Scalar(this float value) => new BFloat16(value);

    public static float ToSingle(this Scalar value) => (float)value.AsDouble;
    public static double ToDouble(this Scalar value) => value.AsDouble;
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble;
    public static BFloat16 ToBFloat16(this Scalar value) => new((float)value.AsDouble);
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.AsLong;
    public static byte ToByte(this Scalar value) => (byte)value.AsLong;
    public static short ToInt16(this Scalar value) => (short)value.AsLong;
    public static int ToInt32(this Scalar value) => (int)value.AsLong;
    public static long ToInt64(this Scalar value) => value.AsLong;
    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;

    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value)
    {
        var complex = value.ToComplexFloat64();
        return ((float)complex.Real, (float)complex.Imaginary);
    }

    public static Complex ToComplexFloat64(this Scalar value) => value.Type.IsComplex() ? value.ComplexValue : value.AsDouble;
}
