using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating-point type can hold.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double tiny;
        public double smallest_normal;
        public double resolution;
    }

    public static FInfo finfo() => finfo(defaultType);

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Float(16, 10, 65504, -14, 1e-3),
        ScalarType.BFloat16 => Float(16, 7, BFloat16.MaxValue.ToSingle(), -126, 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Float(32, 23, float.MaxValue, -126, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Float(64, 52, double.MaxValue, -1022, 1e-15),
        _ => throw new ArgumentException($"finfo takes a floating-point or complex type, not {dtype}", nameof(dtype)),
    };

    private static FInfo Float(int bits, int mantissa, double max, int exponent, double resolution) => new()
    {
        bits = bits,
        eps = Math.ScaleB(1, -mantissa),
        max = max,
        min = -max,
        tiny = Math.ScaleB(1, exponent),
        smallest_normal = Math.ScaleB(1, exponent),
        resolution = resolution,
    };

    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        ScalarType.Bool => 1,
        _ => throw new ArgumentException($"{type} is no integer type", nameof(type)),
    };

    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);
    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static void _assert(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }

    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);

    public static bool compiled_with_cxx11_abi() => CnnCourse.Torch.Runtime.Libtorch.Cxx11Abi;

    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    public static Size broadcast_shapes(params long[][] shapes)
    {
        using var scope = NewDisposeScope();
        var tensors = Array.ConvertAll(shapes, shape => empty(shape, device: META));
        return new Size(broadcast_tensors(tensors)[0].shape);
    }

    // Sets a switch, and sets it back at Dispose.
    private sealed class Setting(Action undo) : IDisposable
    {
        private Action? undo = undo;

        public void Dispose() => Interlocked.Exchange(ref undo, null)?.Invoke();
    }

    private static Setting Switch(int flag, bool value)
    {
        var before = Shim.ct_flag(flag, -1);
        _ = Shim.ct_flag(flag, value ? 1 : 0);
        return new Setting(() => _ = Shim.ct_flag(flag, before));
    }

    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) =>
        mode && warn_only
            ? throw new ArgumentException("warn_only is not supported; leave it out to make nondeterministic operators an error")
            : Switch(4, mode);

    public static bool are_deterministic_algorithms_enabled() => Shim.ct_flag(4, -1) != 0;
    public static bool is_deterministic_algorithms_warn_only_enabled() => false;

    public static IDisposable set_deterministic_debug_mode(DebugMode mode) =>
        use_deterministic_algorithms(mode != DebugMode.@default);

    public static DebugMode get_deterministic_debug_mode() => are_deterministic_algorithms_enabled() ? DebugMode.warn : DebugMode.@default;

    /// <summary>highest keeps float32 products exact; high and medium let CUDA use TF32.</summary>
    public static IDisposable set_float32_matmul_precision(Float32MatmulPrecision precision) =>
        Switch(3, precision != Float32MatmulPrecision.highest);

    public static Float32MatmulPrecision get_float32_matmul_precision() =>
        Shim.ct_flag(3, -1) != 0 ? Float32MatmulPrecision.high : Float32MatmulPrecision.highest;
}
