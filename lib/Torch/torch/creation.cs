using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator emptyOp = new("empty", "memory_format");
    private static readonly Operator zerosOp = new("zeros");
    private static readonly Operator onesOp = new("ones");
    private static readonly Operator fullOp = new("full");
    private static readonly Operator randOp = new("rand");
    private static readonly Operator randGeneratorOp = new("rand", "generator");
    private static readonly Operator randnOp = new("randn");
    private static readonly Operator randnGeneratorOp = new("randn", "generator");

    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(emptyOp.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(zerosOp.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(onesOp.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(fullOp.Call(size, value, dtype, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(generator is null
            ? randOp.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice)
            : randGeneratorOp.Call(size, generator, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(generator is null
            ? randnOp.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice)
            : randnGeneratorOp.Call(size, generator, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    private static Tensor Made(Tensor tensor, bool requires_grad) => requires_grad ? tensor.requires_grad_() : tensor;

    /// <summary>A new tensor that holds a copy of the elements.</summary>
    internal static Tensor FromMemory<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> size, ScalarType dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        long count = 1;
        foreach (var length in size) count *= length;
        if (count != elements.Length)
            throw new ArgumentException($"{elements.Length} elements do not fill shape [{string.Join(", ", size.ToArray())}], which takes {count}");
        var result = emptyOp.Call(size.ToArray(), dtype, Arg.None, CPU);
        MemoryMarshal.AsBytes(elements).CopyTo(result.RawBytes);
        if (device is not null && device.type != DeviceType.CPU)
        {
            var there = result.to(device);
            result.Dispose();
            result = there;
        }
        return Made(result, requires_grad);
    }

    internal static ScalarType TypeOf<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? ScalarType.Float32 : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64 : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(short) ? ScalarType.Int16 : typeof(T) == typeof(byte) ? ScalarType.Byte
        : typeof(T) == typeof(sbyte) ? ScalarType.Int8 : typeof(T) == typeof(bool) ? ScalarType.Bool
        : typeof(T) == typeof(Half) ? ScalarType.Float16 : typeof(T) == typeof(System.Numerics.Complex) ? ScalarType.ComplexFloat64
        : typeof(T) == typeof((float, float)) ? ScalarType.ComplexFloat32
        : throw new ArgumentException($"{typeof(T).Name} is no element type of a tensor");

    public partial class Tensor
    {
        /// <summary>The tensor's bytes in place; the tensor must be contiguous and on the CPU.</summary>
        internal unsafe Span<byte> RawBytes
        {
            get
            {
                Shim.Check(Shim.ct_data(Handle, out var data), "data");
                var info = Info;
                return new Span<byte>((void*)data, checked((int)(info.Numel * info.ElementSize)));
            }
        }
    }
}
