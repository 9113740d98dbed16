using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

// One tensor in TorchSharp's own format: dtype, dimensions and sizes as LEB128 numbers, then the bytes.
public static partial class TensorExtensionMethods
{
    private const int MaxDimensions = 64;

    public static void Save(this Tensor tensor, BinaryWriter writer) => DatFile.Write(writer, tensor);

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location) =>
        AtomicFile.Write(location, stream =>
        {
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            tensor.Save(writer);
        });

    /// <summary>Fills a tensor from a stream, or only passes over its bytes.</summary>
    /// <exception cref="ArgumentException">The stream holds a tensor of another type or shape.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        if (type != tensor.dtype) throw new ArgumentException($"the stream holds a tensor of {type} where {tensor.dtype} is expected");
        ReadBody(tensor, shape, reader, skip);
    }

    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Fills a tensor, or makes one where there is none; one that is passed over holds zeros.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        CheckLength(reader.BaseStream, type, shape);
        tensor ??= skip ? zeros(shape, type) : empty(shape, type);
        ReadBody(tensor, shape, reader, skip);
    }

    private static (ScalarType Type, long[] Shape) ReadHead(BinaryReader reader)
    {
        var type = reader.Read7BitEncodedInt64();
        var known = Dtype.All.FirstOrDefault(d => (long)d.Type == type) ?? throw new InvalidDataException($"the stream holds a tensor of type {type}, which does not exist");
        var dimensions = reader.Read7BitEncodedInt64();
        if (dimensions is < 0 or > MaxDimensions) throw new InvalidDataException($"the stream holds a tensor of {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++) shape[d] = reader.Read7BitEncodedInt64();
        return (known.Type, shape);
    }

    private static void CheckLength(Stream stream, ScalarType type, long[] shape)
    {
        if (!stream.CanSeek) return;
        var bytes = shape.Aggregate((Int128)type.ElementSize(), (product, size) => product * size);
        if (shape.Any(size => size < 0) || bytes > stream.Length - stream.Position)
            throw new InvalidDataException($"a tensor [{string.Join(", ", shape)}] of {type} does not fit the {stream.Length - stream.Position} bytes that are left");
    }

    private static void ReadBody(Tensor tensor, long[] shape, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            reader.BaseStream.Seek(shape.Aggregate((long)tensor.dtype.ElementSize(), (product, size) => checked(product * size)), SeekOrigin.Current);
            return;
        }
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"the stream holds a tensor of shape [{string.Join(", ", shape)}] where [{string.Join(", ", tensor.shape)}] is expected");
        using var guard = no_grad();
        tensor.ReadBytesFromStream(reader.BaseStream);
    }
}
