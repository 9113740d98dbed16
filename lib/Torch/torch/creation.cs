using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.arange_start_step.Call(start, stop, step, dtype ?? RangeType(start, stop, step), Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    private static ScalarType RangeType(Scalar start, Scalar stop, Scalar step) =>
        start.Type.IsIntegral() && stop.Type.IsIntegral() && step.Type.IsIntegral() ? ScalarType.Int64 : defaultType;

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.linspace.Call(start, end, steps, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.logspace.Call(start, end, steps, @base, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(generator is null
            ? Aten.randperm.Call(n, dtype ?? ScalarType.Int64, Arg.None, device ?? defaultDevice)
            : Aten.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Aten.normal_float_float.Call(mean, std, size.ToArray(), generator, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad, names);

    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) == 1;
    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(high, generator);
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var one = randint(low, high, Array.Empty<long>(), device: CPU, generator: generator);
        return one.item<long>();
    }

    public static double rand_float(Generator? generator = null)
    {
        using var one = rand(Array.Empty<long>(), ScalarType.Float64, CPU, generator: generator);
        return one.item<double>();
    }

    public static double randn_float(Generator? generator = null)
    {
        using var one = randn(Array.Empty<long>(), ScalarType.Float64, CPU, generator: generator);
        return one.item<double>();
    }

    /// <summary>A tensor with the elements and the shape of a .NET array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        rawArray.GetType().GetElementType() is var type && type == typeof(float) ? Of(Flat<float>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(double) ? Of(Flat<double>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(long) ? Of(Flat<long>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(int) ? Of(Flat<int>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(short) ? Of(Flat<short>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(byte) ? Of(Flat<byte>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(sbyte) ? Of(Flat<sbyte>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(bool) ? Of(Flat<bool>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(Half) ? Of(Flat<Half>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(BFloat16) ? Of(Flat<BFloat16>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof((float, float)) ? Of(Flat<(float, float)>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : type == typeof(System.Numerics.Complex) ? Of(Flat<System.Numerics.Complex>(rawArray), Lengths(rawArray), dtype, device, requires_grad, names)
        : throw new ArgumentException($"{type} is no element type of a tensor", nameof(rawArray));

    private static Tensor Made(Tensor tensor, bool requires_grad, string[]? names = null)
    {
        if (names is not null) tensor.rename_(names);
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>A new tensor that holds a copy of the elements, cast and moved as asked.</summary>
    private static Tensor Of<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
        where T : unmanaged
    {
        var own = TypeOf<T>();
        var result = FromMemory(elements, size, own, device, false);
        if (dtype is { } wanted && wanted != own) result = result.to(wanted, disposeAfter: true);
        return Made(result, requires_grad, names);
    }

    private static Tensor Of<T>(T[] elements, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
        where T : unmanaged => Of((ReadOnlySpan<T>)elements, size, dtype, device, requires_grad, names);

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> items => CollectionsMarshal.AsSpan(items),
        _ => list.ToArray(),
    };

    private static ReadOnlySpan<T> Flat<T>(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static long[] Lengths(Array array)
    {
        var lengths = new long[array.Rank];
        for (var d = 0; d < lengths.Length; d++) lengths[d] = array.GetLongLength(d);
        return lengths;
    }

    /// <summary>A new tensor that holds a copy of the elements.</summary>
    internal static Tensor FromMemory<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> size, ScalarType dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        long count = 1;
        foreach (var length in size) count *= length;
        if (count != elements.Length)
            throw new ArgumentException($"{elements.Length} elements do not fill shape [{string.Join(", ", size.ToArray())}], which takes {count}");
        var result = Aten.empty_memory_format.Call(size.ToArray(), dtype, Arg.None, CPU);
        MemoryMarshal.AsBytes(elements).CopyTo(result.RawBytes);
        if ((device ?? defaultDevice) is { type: not DeviceType.CPU } there) result = result.to(there, disposeAfter: true);
        return Made(result, requires_grad);
    }

    internal static ScalarType TypeOf<T>() where T : unmanaged => TypeOf(typeof(T));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarType TypeOf(Type type) =>
        type == typeof(float) ? ScalarType.Float32 : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64 : type == typeof(int) ? ScalarType.Int32
        : type == typeof(short) ? ScalarType.Int16 : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8 : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(Half) ? ScalarType.Float16 : type == typeof(BFloat16) ? ScalarType.BFloat16
        : type == typeof(System.Numerics.Complex) ? ScalarType.ComplexFloat64
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : throw new ArgumentException($"{type.Name} is no element type of a tensor");

    public partial class Tensor
    {
        /// <summary>The tensor's bytes in place; the tensor must be contiguous and on the CPU.</summary>
        internal unsafe Span<byte> RawBytes
        {
            get
            {
                var info = Info;
                return new Span<byte>((void*)Address, checked((int)(info.Numel * info.ElementSize)));
            }
        }
    }
}
