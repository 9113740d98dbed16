using System.Buffers.Binary;

namespace CnnCourse.Torch;

/// <summary>Reads what a file of torch.save holds as a tree of plain values with <see cref="StoredTensor"/> leaves, both forms.</summary>
internal static class CheckpointReader
{
    // A pickle of protocol 2 with one integer, 0x1950a86a20f9469cfc6c: the first bytes of every legacy file.
    internal static ReadOnlySpan<byte> LegacyMagic => [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

    internal static ReadOnlySpan<byte> ZipMagic => "PK"u8;

    private const long LegacyProtocol = 1001;

    internal static object? Read(FileSource source)
    {
        var start = source.Bytes(0, Math.Min(source.Length, LegacyMagic.Length), "the file's start");
        if (start.AsSpan().StartsWith(ZipMagic)) return ReadZip(source);
        if (start.AsSpan().StartsWith(LegacyMagic)) return ReadLegacy(source);
        throw source.Bad("is no PyTorch file: it begins neither like a zip archive nor like torch.save's older form");
    }

    private static object? ReadZip(FileSource source)
    {
        var zip = new ZipReader(source);
        const string pickle = "/data.pkl";
        var name = zip.Names.FirstOrDefault(n => n.EndsWith(pickle, StringComparison.Ordinal) && n.IndexOf('/') == n.Length - pickle.Length)
            ?? throw source.Bad("is a zip archive without the record 'data.pkl' that torch.save writes");
        var folder = name[..^pickle.Length];
        if (zip.Find(folder + "/byteorder") is not null && zip.Read(folder + "/byteorder").AsSpan().SequenceEqual("big"u8))
            throw source.Bad("was written on a big-endian machine");
        zip.Check(name, zip.Find(name)!.Value, Crc32.Of(zip.Read(name)));

        var storages = new Dictionary<string, StoredBytes>();
        var objects = new PickleObjects(source, Storage, isScript: zip.Find(folder + "/constants.pkl") is not null);
        var record = zip.Find(name)!.Value;
        return new PickleMachine(new PickleInput(source, record.Offset, record.Offset + record.Length), objects).Run();

        StoredBytes Storage(string key, Dtype? dtype, long count)
        {
            if (storages.TryGetValue(key, out var known)) return Same(source, known, dtype, count);
            var data = zip.Find($"{folder}/data/{key}") ?? throw source.Bad($"has no record for storage '{key}'");
            var stored = new StoredBytes(key, dtype ?? Dtype.Of(TorchSharp.torch.ScalarType.Byte), count) { Offset = data.Offset, Crc = data.Crc };
            if (count > data.Length / stored.Dtype.Size || stored.Bytes != data.Length)
                throw source.Bad($"storage '{key}' is to have {count} elements of {stored.Dtype.Size} bytes, but its record has {data.Length} bytes");
            return storages[key] = stored;
        }
    }

    // Five pickles (magic, protocol, system, object, keys), then per key the number of elements and the elements.
    private static object? ReadLegacy(FileSource source)
    {
        var storages = new Dictionary<string, StoredBytes>();
        var objects = new PickleObjects(source, Storage, isScript: false);
        var input = new PickleInput(source, 0, source.Length);
        object? Next() => new PickleMachine(input, objects).Run();

        Next();
        if (Next() is not LegacyProtocol) throw source.Bad($"is of another protocol than {LegacyProtocol}");
        if (Next() is OrderedDictionary<object, object?> system && system.GetValueOrDefault("little_endian") is false)
            throw source.Bad("was written on a big-endian machine");
        var root = Next();
        if (Next() is not List<object?> keys) throw source.Bad("has no list of its storages");

        var at = input.Position;
        foreach (var key in keys)
        {
            if (key is not string text || !storages.TryGetValue(text, out var stored)) throw source.Bad($"lists storage '{key}', which nothing uses");
            var count = BinaryPrimitives.ReadInt64LittleEndian(source.Bytes(at, sizeof(long), $"the length of storage '{key}'"));
            if (count != stored.Count) throw source.Bad($"storage '{key}' has {count} elements, but its tensors were made for {stored.Count}");
            stored.Offset = at + sizeof(long);
            if (count > source.Length / stored.Dtype.Size) throw source.Bad($"storage '{key}' of {count} elements is longer than the file");
            source.Require(stored.Offset, stored.Bytes, $"storage '{key}'");
            at = stored.Offset + stored.Bytes;
        }
        foreach (var stored in storages.Values)
            if (stored.Offset < 0) throw source.Bad($"has no data for storage '{stored.Key}'");
        return root;

        StoredBytes Storage(string key, Dtype? dtype, long count) =>
            storages.TryGetValue(key, out var known) ? Same(source, known, dtype, count)
                : storages[key] = new StoredBytes(key, dtype ?? Dtype.Of(TorchSharp.torch.ScalarType.Byte), count);
    }

    private static StoredBytes Same(FileSource source, StoredBytes known, Dtype? dtype, long count) =>
        (dtype is null || dtype == known.Dtype) && count == known.Count ? known
            : throw source.Bad($"storage '{known.Key}' is described in two ways");
}
