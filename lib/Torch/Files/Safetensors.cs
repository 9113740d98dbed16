using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>The safetensors format: eight bytes of header length, a JSON header, then the tensors without gaps.</summary>
internal static class Safetensors
{
    private const string Metadata = "__metadata__";
    private const int MaxHeader = 100_000_000;   // the limit of the reference implementation

    /// <summary>The tensors that the header describes, in its order, after every check of the specification.</summary>
    internal static List<(string Name, StoredTensor Tensor)> Read(FileSource source)
    {
        var length = BinaryPrimitives.ReadInt64LittleEndian(source.Bytes(0, sizeof(long), "the length of the safetensors header"));
        if (length is < 0 or > MaxHeader) throw source.Bad($"says that its header has {length} bytes; at most {MaxHeader} are allowed");
        var header = source.Bytes(sizeof(long), length, "the safetensors header");
        if (header.Length == 0 || header[0] != '{') throw source.Bad("has a safetensors header that does not begin with '{'");

        var start = sizeof(long) + length;
        var tensors = new List<(string Name, StoredTensor Tensor)>();
        var names = new HashSet<string>();
        using var json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8 });
        foreach (var item in json.RootElement.EnumerateObject())
        {
            if (!names.Add(item.Name)) throw source.Bad($"describes '{item.Name}' twice");
            if (item.Name != Metadata) tensors.Add((item.Name, Describe(source, item.Name, item.Value, start)));
        }
        CheckGaps(source, tensors, start);
        return tensors;
    }

    /// <summary>Writes tensors in safetensors form: data ordered by element size, so that all of it is aligned; the header keeps the given order.</summary>
    internal static void Write(Stream stream, IReadOnlyCollection<KeyValuePair<string, Tensor>> tensors)
    {
        var entries = tensors.Select(t => (Name: t.Key, t.Value, Dtype: Dtype.Of(t.Value.dtype))).ToList();
        if (entries.Find(e => e.Dtype.Safe is null) is { Dtype: not null } bad)
            throw new NotSupportedException($"safetensors has no type for '{bad.Name}' of {bad.Dtype.Type}; save a .pth file instead");
        if (entries.Exists(e => e.Name == Metadata)) throw new ArgumentException($"a tensor cannot have the name '{Metadata}' in a safetensors file");

        var inFile = entries.OrderByDescending(e => e.Dtype.Size).ToList();
        var begins = new Dictionary<string, long>();
        var at = 0L;
        foreach (var (name, tensor, dtype) in inFile)
        {
            begins[name] = at;
            at += tensor.numel() * dtype.Size;
        }
        var header = Header(entries, begins);
        stream.Write(BitConverter.GetBytes((long)header.Length));
        stream.Write(header);
        foreach (var (_, tensor, dtype) in inFile)
        {
            using var host = TensorMemory.OnHost(tensor, inOrder: true);
            TensorMemory.Copy(TensorMemory.Address(host), host.numel() * dtype.Size, stream.Write);
        }
    }

    private static byte[] Header(List<(string Name, Tensor Tensor, Dtype Dtype)> entries, Dictionary<string, long> begins)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, tensor, dtype) in entries)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", dtype.Safe);
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", begins[name], begins[name] + tensor.numel() * dtype.Size);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (bytes.Length % 8 != 0) bytes.WriteByte((byte)' ');
        return bytes.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static StoredTensor Describe(FileSource source, string name, JsonElement value, long start)
    {
        if (value.ValueKind != JsonValueKind.Object) throw source.Bad($"describes '{name}' by no object");
        var type = value.TryGetProperty("dtype", out var d) && d.ValueKind == JsonValueKind.String ? d.GetString()! : throw source.Bad($"gives '{name}' no dtype");
        var dtype = Dtype.WithSafe(type) ?? throw source.Bad($"has '{name}' of dtype {type}, which libtorch {torch.__version__} lacks");
        var (shape, offsets) = (Numbers(source, name, value, "shape"), Numbers(source, name, value, "data_offsets"));
        if (offsets.Length != 2) throw source.Bad($"gives '{name}' {offsets.Length} data_offsets, not 2");
        var (begin, end) = (offsets[0], offsets[1]);
        var count = StoredTensor.Product(shape);
        if (begin > end || checked(count * dtype.Size) != end - begin)
            throw source.Bad($"gives '{name}' bytes {begin} to {end}, but {type} [{string.Join(", ", shape)}] takes {count * dtype.Size}");
        source.Require(start, end, $"tensor '{name}'");
        var stored = StoredTensor.Whole(new StoredBytes(name, dtype, count) { Offset = start + begin }, shape);
        return stored.Fits() ? stored : throw source.Bad($"gives '{name}' a shape of {shape.Length} dimensions");
    }

    private static long[] Numbers(FileSource source, string name, JsonElement value, string property)
    {
        if (!value.TryGetProperty(property, out var array) || array.ValueKind != JsonValueKind.Array) throw source.Bad($"gives '{name}' no {property}");
        return array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0 ? number
            : throw source.Bad($"gives '{name}' a {property} that is no list of whole numbers")).ToArray();
    }

    private static void CheckGaps(FileSource source, List<(string Name, StoredTensor Tensor)> tensors, long start)
    {
        var at = start;
        foreach (var (name, tensor) in tensors.OrderBy(t => t.Tensor.Storage.Offset).ThenBy(t => t.Tensor.Storage.Bytes))
        {
            if (tensor.Storage.Offset != at) throw source.Bad($"begins '{name}' at byte {tensor.Storage.Offset} of the file, not at {at}: tensors overlap or leave a gap");
            at += tensor.Storage.Bytes;
        }
        if (at != source.Length) throw source.Bad($"has {source.Length - at} bytes after its last tensor");
    }
}
