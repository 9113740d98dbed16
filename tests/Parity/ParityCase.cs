using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Parity;

/// <summary>The same computation in C# and in Python, with the inputs that both get.</summary>
public sealed record ParityCase(string Name, string Python, Func<Tensor[], object?> Run, Input[] Inputs)
{
    /// <summary>Float32 results of the same libtorch differ at most by the order of sums.</summary>
    public const double Ordinary = 1e-5;

    /// <summary>For values near zero, where a relative measure says nothing.</summary>
    public const double NearZero = 1e-6;

    /// <summary>Not a bit may differ: random numbers under one seed.</summary>
    public const double Exact = 0;

    public double Tolerance { get; init; } = Ordinary;
    public bool Gradients { get; init; } = true;

    /// <summary>Seed of the inputs and of the global generator, the same in every run.</summary>
    public int Seed { get; } = (int)(Name.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 8);

    /// <summary>What a computation answers, as tensors in the order that Python's flattening gives.</summary>
    public static Tensor[] Flatten(object? value) => value switch
    {
        null => [],
        Tensor t => [t],
        IEnumerable<Tensor?> list => list.OfType<Tensor>().ToArray(),
        long[] numbers => [tensor(numbers)],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(k => Flatten(tuple[k])).ToArray(),
        ScalarType type => [tensor((long)type)],
        bool b => [tensor(b)],
        long n => [tensor(n)],
        int n => [tensor((long)n)],
        double d => [tensor(d)],
        Scalar s => [tensor(s.ToDouble())],
        _ => throw new ArgumentException($"a case cannot answer a {value.GetType().Name}"),
    };
}
