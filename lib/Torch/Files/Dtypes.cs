using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>One element type under the names that the file formats give it.</summary>
/// <param name="Storage">Its class in PyTorch's pickles.</param>
/// <param name="Python">Its name as <c>torch.dtype</c>.</param>
/// <param name="Safe">Its name in safetensors, or null where that format has none.</param>
internal sealed record Dtype(ScalarType Type, int Size, string Storage, string Python, string? Safe)
{
    internal static readonly IReadOnlyList<Dtype> All =
    [
        new(ScalarType.Byte, 1, "ByteStorage", "uint8", "U8"),
        new(ScalarType.Int8, 1, "CharStorage", "int8", "I8"),
        new(ScalarType.Int16, 2, "ShortStorage", "int16", "I16"),
        new(ScalarType.Int32, 4, "IntStorage", "int32", "I32"),
        new(ScalarType.Int64, 8, "LongStorage", "int64", "I64"),
        new(ScalarType.Float16, 2, "HalfStorage", "float16", "F16"),
        new(ScalarType.Float32, 4, "FloatStorage", "float32", "F32"),
        new(ScalarType.Float64, 8, "DoubleStorage", "float64", "F64"),
        new(ScalarType.ComplexFloat32, 8, "ComplexFloatStorage", "complex64", "C64"),
        new(ScalarType.ComplexFloat64, 16, "ComplexDoubleStorage", "complex128", null),
        new(ScalarType.Bool, 1, "BoolStorage", "bool", "BOOL"),
        new(ScalarType.BFloat16, 2, "BFloat16Storage", "bfloat16", "BF16"),
    ];

    /// <exception cref="NotSupportedException">No file format here holds the type.</exception>
    internal static Dtype Of(ScalarType type) =>
        All.FirstOrDefault(d => d.Type == type) ?? throw new NotSupportedException($"tensors of type {type} cannot be saved; convert them first");

    internal static Dtype? WithStorage(string name) => All.FirstOrDefault(d => d.Storage == name);
    internal static Dtype? WithPython(string name) => All.FirstOrDefault(d => d.Python == name);
    internal static Dtype? WithSafe(string name) => All.FirstOrDefault(d => d.Safe == name);
}
