namespace TorchSharp;

public static partial class torch
{
    /// <summary>Element types, by libtorch's numbers.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        QInt8 = 12,
        QUInt8 = 13,
        QInt32 = 14,
        BFloat16 = 15,
    }

    public const ScalarType uint8 = ScalarType.Byte;
    public const ScalarType int8 = ScalarType.Int8;
    public const ScalarType int16 = ScalarType.Int16;
    public const ScalarType int32 = ScalarType.Int32;
    public const ScalarType int64 = ScalarType.Int64;
    public const ScalarType float16 = ScalarType.Float16;
    public const ScalarType float32 = ScalarType.Float32;
    public const ScalarType float64 = ScalarType.Float64;
    public const ScalarType complex64 = ScalarType.ComplexFloat32;
    public const ScalarType complex128 = ScalarType.ComplexFloat64;
    public const ScalarType cfloat = ScalarType.ComplexFloat32;
    public const ScalarType cdouble = ScalarType.ComplexFloat64;
    public const ScalarType @bool = ScalarType.Bool;
    public const ScalarType bfloat16 = ScalarType.BFloat16;
    public const ScalarType qint8 = ScalarType.QInt8;
    public const ScalarType quint8 = ScalarType.QUInt8;
    public const ScalarType qint32 = ScalarType.QInt32;
    public const ScalarType half = ScalarType.Float16;
    public const ScalarType @float = ScalarType.Float32;
    public const ScalarType @double = ScalarType.Float64;
    public const ScalarType @long = ScalarType.Int64;
    public const ScalarType @int = ScalarType.Int32;
    public const ScalarType @short = ScalarType.Int16;

    /// <summary>Memory order of a tensor's dimensions.</summary>
    public enum memory_format
    {
        contiguous_format = 0,
        preserve_format = 1,
        channels_last = 2,
        channels_last_3d = 3,
    }

    public static bool is_integral(ScalarType type) => type.IsIntegral();
    public static bool is_floating_point(ScalarType type) => type.IsFloatingPoint();
    public static bool is_complex(ScalarType type) => type.IsComplex();
    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;
    public static bool is_integral(Tensor t) => t.is_integral();
    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    internal static bool IsIntegral(this ScalarType type) => type is >= ScalarType.Byte and <= ScalarType.Int64 or ScalarType.Bool;
    internal static bool IsFloatingPoint(this ScalarType type) => type is >= ScalarType.Float16 and <= ScalarType.Float64 or ScalarType.BFloat16;
    internal static bool IsComplex(this ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    private static ScalarType defaultType = ScalarType.Float32;

    public static void set_default_dtype(ScalarType dtype) => defaultType = dtype;
    public static ScalarType get_default_dtype() => defaultType;
}
