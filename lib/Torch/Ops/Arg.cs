using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>An operator's argument: made implicitly from what C# code has in hand.</summary>
internal readonly struct Arg
{
    internal readonly Tag Tag;
    internal readonly long Bits;
    internal readonly object? Object;

    private Arg(Tag tag, long bits = 0, object? held = null) => (Tag, Bits, Object) = (tag, bits, held);

    /// <summary>The value that the operator's schema gives.</summary>
    internal static readonly Arg Default = new(Tag.Default);

    internal static readonly Arg None = new(Tag.None);

    /// <summary>A list in which some tensors may be missing: the indices of index and index_put.</summary>
    internal static Arg OptionalTensors(Tensor?[] list) => new(Tag.OptTensorList, 0, list);

    public static implicit operator Arg(Tensor? t) => t is null ? None : new(Tag.Tensor, t.Handle, t);
    public static implicit operator Arg(Tensor[]? list) => list is null ? None : new(Tag.TensorList, 0, list);
    public static implicit operator Arg(int value) => new(Tag.Int, value);
    public static implicit operator Arg(long value) => new(Tag.Int, value);
    public static implicit operator Arg(long? value) => value is { } v ? v : None;
    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(double? value) => value is { } v ? v : None;
    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Arg(bool? value) => value is { } v ? v : None;
    public static implicit operator Arg(long[]? list) => list is null ? None : new(Tag.IntList, 0, list);
    public static implicit operator Arg(double[]? list) => list is null ? None : new(Tag.DoubleList, 0, list);
    public static implicit operator Arg(bool[]? list) => list is null ? None : new(Tag.BoolList, 0, list);
    public static implicit operator Arg(string? text) => text is null ? None : new(Tag.String, 0, text);
    public static implicit operator Arg(ScalarType dtype) => new(Tag.Int, (long)dtype);
    public static implicit operator Arg(ScalarType? dtype) => dtype is { } d ? d : None;
    public static implicit operator Arg(Device? device) => device is null ? None : new(Tag.Device, device.Packed);
    public static implicit operator Arg(Generator? generator) => generator is null ? None : new(Tag.Generator, generator.Handle, generator);
    public static implicit operator Arg(Scalar? scalar) => scalar is null ? None
        : scalar.Type switch
        {
            ScalarType.Bool => new(Tag.Bool, scalar.Bits),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => new(Tag.Complex, 0, scalar.ComplexValue),
            var t when t.IsIntegral() => new(Tag.Int, scalar.Bits),
            _ => new(Tag.Double, scalar.Bits),
        };

    /// <summary>The argument in an error message: tensors by shape and dtype.</summary>
    public override string ToString() => Tag switch
    {
        Tag.None => "null",
        Tag.Default => "default",
        Tag.Tensor => Describe((Tensor)Object!),
        Tag.TensorList or Tag.OptTensorList => "{" + string.Join(", ", ((Tensor?[])Object!).Select(t => t is null ? "null" : Describe(t))) + "}",
        Tag.Int => Bits.ToString(CultureInfo.InvariantCulture),
        Tag.Bool => Bits != 0 ? "true" : "false",
        Tag.Double => BitConverter.Int64BitsToDouble(Bits).ToString(CultureInfo.InvariantCulture),
        Tag.IntList => "[" + string.Join(", ", (long[])Object!) + "]",
        Tag.DoubleList => "[" + string.Join(", ", ((double[])Object!).Select(d => d.ToString(CultureInfo.InvariantCulture))) + "]",
        Tag.String => $"\"{Object}\"",
        Tag.Device => Device.Unpack(Bits).ToString(),
        _ => Tag.ToString(),
    };

    private static string Describe(Tensor t) =>
        t.IsInvalid ? "disposed tensor" : $"[{string.Join(", ", t.shape)}] {t.dtype}{(t.device_type == DeviceType.CPU ? "" : " " + t.device)}";
}
