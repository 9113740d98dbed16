using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>
/// TorchSharp's own .dat format: a count, then per tensor its name, dtype, dimensions, sizes and bytes.
/// Numbers are LEB128, names are length-prefixed UTF-8.
/// </summary>
internal static class DatFile
{
    private const int MaxName = 4096;
    private const int MaxDimensions = 64;

    internal static List<(string Name, StoredTensor Tensor)> Read(FileSource source)
    {
        var at = 0L;
        var count = Number(source, ref at, "the number of tensors");
        if (count > source.Length / 3) throw source.Bad($"says that it holds {count} tensors, more than fit its {source.Length} bytes; it is no .dat file");
        var tensors = new List<(string, StoredTensor)>();
        for (var k = 0L; k < count; k++)
        {
            var length = Number(source, ref at, "a name's length");
            if (length > MaxName) throw source.Bad($"has a name of {length} characters; it is no .dat file");
            var name = Encoding.UTF8.GetString(source.Bytes(at, length, "a name"));
            at += length;
            tensors.Add((name, Describe(source, ref at, name)));
        }
        if (at != source.Length) throw source.Bad($"has {source.Length - at} bytes after its last tensor");
        return tensors;
    }

    internal static void Write(Stream stream, IReadOnlyCollection<KeyValuePair<string, Tensor>> tensors)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt64(tensors.Count);
        foreach (var (name, tensor) in tensors)
        {
            writer.Write(name);
            Write(writer, tensor);
        }
    }

    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.ndim);
        foreach (var size in tensor.shape) writer.Write7BitEncodedInt64(size);
        writer.Flush();
        using var host = TensorMemory.OnHost(tensor, inOrder: true);
        TensorMemory.Copy(TensorMemory.Address(host), host.numel() * host.ElementSize, writer.BaseStream.Write);
    }

    private static StoredTensor Describe(FileSource source, ref long at, string name)
    {
        var type = Number(source, ref at, $"the dtype of '{name}'");
        var dtype = Dtype.All.FirstOrDefault(d => (long)d.Type == type) ?? throw source.Bad($"gives '{name}' dtype {type}, which does not exist");
        var dimensions = Number(source, ref at, $"the dimensions of '{name}'");
        if (dimensions > MaxDimensions) throw source.Bad($"gives '{name}' {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++) shape[d] = Number(source, ref at, $"the shape of '{name}'");
        var stored = new StoredBytes(name, dtype, StoredTensor.Product(shape)) { Offset = at };
        source.Require(at, checked(stored.Count * dtype.Size), $"tensor '{name}'");
        at += stored.Bytes;
        return StoredTensor.Whole(stored, shape);
    }

    private static long Number(FileSource source, ref long at, string what)
    {
        var value = 0L;
        Span<byte> next = stackalloc byte[1];
        for (var shift = 0; shift < 63; shift += 7)
        {
            source.Require(at, 1, what);
            source.Read(at++, next);
            value |= (long)(next[0] & 0x7f) << shift;
            if ((next[0] & 0x80) == 0) return value;
        }
        throw source.Bad($"has {what} of more than 63 bits");
    }
}
