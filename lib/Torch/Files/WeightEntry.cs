using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>One tensor of a file, described without loading it.</summary>
/// <param name="Name">State-dict key; levels of nested dictionaries and lists are joined by dots.</param>
public sealed record WeightEntry(string Name, ScalarType Dtype, IReadOnlyList<long> Shape)
{
    /// <summary>Elements in the tensor.</summary>
    public long Count => Shape.Aggregate(1L, (a, b) => a * b);

    public override string ToString() => $"{Name} {Dtype} [{string.Join(", ", Shape)}]";
}
