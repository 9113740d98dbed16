using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace CnnCourse.Parity;

/// <summary>One input of a case: <c>[2, 3]</c> is a float32 tensor of that shape, uniform in -2..2.</summary>
[CollectionBuilder(typeof(Input), nameof(Of))]
public sealed class Input : IEnumerable<long>
{
    internal long[] Shape { get; init; } = [];
    internal ScalarType Type { get; init; } = ScalarType.Float32;
    internal double Low { get; init; } = -2;
    internal double High { get; init; } = 2;

    public static Input Of(ReadOnlySpan<long> shape) => new() { Shape = shape.ToArray() };

    /// <summary>Float32 in a range of one's own.</summary>
    public static Input In(double low, double high, params long[] shape) => new() { Shape = shape, Low = low, High = high };

    public static Input Doubles(params long[] shape) => new() { Shape = shape, Type = ScalarType.Float64 };
    public static Input Complex(params long[] shape) => new() { Shape = shape, Type = ScalarType.ComplexFloat32 };
    public static Input Bools(params long[] shape) => new() { Shape = shape, Type = ScalarType.Bool, Low = 0, High = 2 };

    /// <summary>Int64 in low..high-1.</summary>
    public static Input Longs(long low, long high, params long[] shape) => new() { Shape = shape, Type = ScalarType.Int64, Low = low, High = high };

    /// <summary>Another dtype, same numbers.</summary>
    public Input As(ScalarType type) => new() { Shape = Shape, Type = type, Low = Low, High = High };

    internal Tensor Make(int seed)
    {
        var random = new Random(seed);
        var count = (Type.ToString().StartsWith("Complex", StringComparison.Ordinal) ? 2 : 1) * Shape.Aggregate(1L, (a, b) => a * b);
        var numbers = new double[count];
        for (var k = 0; k < numbers.Length; k++) numbers[k] = Low + (High - Low) * random.NextDouble();
        if (is_integral(Type)) numbers = Array.ConvertAll(numbers, Math.Floor);
        using var flat = tensor(numbers);
        if (!is_complex(Type)) return flat.to(Type).reshape(Shape);
        using var pairs = flat.to(ScalarType.Float32).reshape([.. Shape, 2]);
        return pairs.view_as_complex().clone();
    }

    public IEnumerator<long> GetEnumerator() => Shape.AsEnumerable().GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
