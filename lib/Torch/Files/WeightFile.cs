using System.Runtime.InteropServices;
using System.Text.Json;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>
/// Named tensors in a file: PyTorch's .pth and .pt (zip and older form), .safetensors, and TorchSharp's .dat.
/// A file is recognised by its content, and written in the form that its extension names.
/// </summary>
public static class WeightFile
{
    /// <summary>The name of the tensor in a file that holds one tensor and no name.</summary>
    public const string SingleName = "tensor";

    // Where training scripts put the weights in a checkpoint that holds more.
    private static readonly string[] wrappers = ["state_dict", "model_state_dict", "model"];

    /// <summary>
    /// Reads every tensor, to the CPU, in the file's order. A checkpoint that holds a "state_dict", "model_state_dict"
    /// or "model" dictionary of tensors gives that dictionary.
    /// </summary>
    /// <exception cref="WeightFileException">The file is damaged, of another kind, or names something that could run code.</exception>
    public static OrderedDictionary<string, Tensor> Load(string path) => Reading(path, source =>
    {
        using var assembler = new TensorAssembler(source);
        var tensors = new OrderedDictionary<string, Tensor>();
        foreach (var (name, stored) in Describe(source)) tensors[name] = assembler.Load(stored);
        assembler.Release();
        return tensors;
    });

    /// <summary>Names, types and shapes, without loading any tensor.</summary>
    /// <exception cref="WeightFileException">As for <see cref="Load"/>; damage inside a tensor's bytes is not seen.</exception>
    public static IReadOnlyList<WeightEntry> Inspect(string path) =>
        Reading(path, source => Describe(source).Select(t => new WeightEntry(t.Name, t.Tensor.Dtype.Type, t.Tensor.Shape)).ToList());

    /// <summary>Writes tensors under their names: .pth and .pt for Python's torch.load, .safetensors, or .dat for TorchSharp.</summary>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        var list = tensors.ToList();
        if (list.GroupBy(t => t.Key).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"two tensors have the name '{twice.Key}'");
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".pth" or ".pt": SaveCheckpoint(path, list); break;
            case ".safetensors": AtomicFile.Write(path, stream => Safetensors.Write(stream, list)); break;
            case ".dat": AtomicFile.Write(path, stream => DatFile.Write(stream, list)); break;
            case var other: throw new ArgumentException($"'{path}' has the extension '{other}'; use .pth, .pt, .safetensors or .dat");
        }
    }

    /// <summary>Opens a file for a reader; whatever a damaged file makes it throw becomes a <see cref="WeightFileException"/>.</summary>
    internal static T Reading<T>(string path, Func<FileSource, T> read)
    {
        using var source = new FileSource(path);
        try
        {
            return read(source);
        }
        catch (Exception e) when (e is OverflowException or JsonException or ArgumentException or ExternalException or InvalidOperationException and not ObjectDisposedException)
        {
            throw source.Bad($"is damaged ({e.Message})", e);
        }
    }

    private static List<(string Name, StoredTensor Tensor)> Describe(FileSource source)
    {
        var start = source.Bytes(0, Math.Min(source.Length, 16), "the file's start").AsSpan();
        if (start.StartsWith(CheckpointReader.ZipMagic) || start.StartsWith(CheckpointReader.LegacyMagic[..14])) return Flatten(source);
        if (start.Length > 8 && start[8] == '{' || source.Path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase)) return Safetensors.Read(source);
        if (source.Path.EndsWith(".dat", StringComparison.OrdinalIgnoreCase)) return DatFile.Read(source);
        throw source.Bad("is no file of weights: its content is neither PyTorch's nor safetensors, and its name does not end in .dat");
    }

    private static List<(string Name, StoredTensor Tensor)> Flatten(FileSource source)
    {
        var root = CheckpointReader.Read(source);
        if (root is OrderedDictionary<object, object?> dictionary)
            foreach (var wrapper in wrappers)
                if (dictionary.GetValueOrDefault(wrapper) is OrderedDictionary<object, object?> { Count: > 0 } inner && inner.Values.All(v => v is StoredTensor))
                    root = inner;
        var tensors = new CheckpointTree(source).Flatten(root).ToList();
        return tensors.Count > 0 ? tensors : throw source.Bad("holds no tensor");
    }

    // A state dict as Python makes it: tensors that ask for no gradient.
    private static void SaveCheckpoint(string path, List<KeyValuePair<string, Tensor>> tensors)
    {
        using var scope = NewDisposeScope();
        Checkpoint.Save(path, new OrderedDictionary<string, Tensor>(tensors.Select(t => KeyValuePair.Create(t.Key, t.Value.detach()))));
    }
}
