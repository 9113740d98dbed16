using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>
/// Files of Python's torch.save with everything in them: tensors, numbers, texts, nested lists and dictionaries.
/// In C# a Python list is a <see cref="List{T}"/>, a tuple an array, a dict an <see cref="OrderedDictionary{TKey, TValue}"/>,
/// an int a <see cref="long"/>, a torch.Size an array of <see cref="long"/>.
/// </summary>
public static class Checkpoint
{
    /// <summary>Reads a .pth or .pt file, in the zip form or in the one before PyTorch 1.6. Tensors come to the CPU.</summary>
    /// <exception cref="WeightFileException">The file is damaged, or names something other than tensors and plain values.</exception>
    public static object? Load(string path) => WeightFile.Reading(path, source =>
    {
        using var assembler = new TensorAssembler(source);
        var root = new CheckpointTree(source).Replace(CheckpointReader.Read(source), assembler.Load);
        assembler.Release();
        return root;
    });

    /// <summary>Writes a file that Python's torch.load reads: null, booleans, numbers, texts, bytes, tensors, lists, arrays (as tuples) and dictionaries of these.</summary>
    /// <param name="legacy">Write the form before PyTorch 1.6.</param>
    /// <exception cref="ArgumentException">The value, or a part of it, is of another kind.</exception>
    public static void Save(string path, object? value, bool legacy = false)
    {
        using var scope = NewDisposeScope();
        var pickler = new Pickler(legacy);
        pickler.Write(value);
        AtomicFile.Write(path, stream => CheckpointWriter.Write(stream, pickler, legacy));
    }
}
