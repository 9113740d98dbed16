using System.Globalization;

namespace CnnCourse.Torch;

/// <summary>Puts a pickle and its storages into a file, as torch.save does.</summary>
internal static class CheckpointWriter
{
    internal static void Write(Stream stream, Pickler pickler, bool legacy)
    {
        if (legacy) WriteLegacy(stream, pickler);
        else WriteZip(stream, pickler);
    }

    private static void WriteZip(Stream stream, Pickler pickler)
    {
        var zip = new ZipWriter(stream);
        zip.Add("archive/data.pkl", pickler.ToArray());
        zip.Add("archive/byteorder", "little"u8);
        for (var key = 0; key < pickler.Storages.Count; key++)
        {
            var (owner, dtype) = pickler.Storages[key];
            var (address, bytes, _) = TensorMemory.Storage(owner);
            bytes -= bytes % dtype.Size;
            zip.Add(string.Create(CultureInfo.InvariantCulture, $"archive/data/{key}"), bytes, write => TensorMemory.Copy(address, bytes, write));
        }
        zip.Add("archive/version", "3\n"u8);
        zip.Finish();
    }

    private static void WriteLegacy(Stream stream, Pickler pickler)
    {
        stream.Write(CheckpointReader.LegacyMagic);
        WritePickle(stream, 1001);
        WritePickle(stream, new OrderedDictionary<string, object> { ["protocol_version"] = 1001, ["little_endian"] = true });
        stream.Write(pickler.ToArray());
        WritePickle(stream, Enumerable.Range(0, pickler.Storages.Count).Select(k => k.ToString(CultureInfo.InvariantCulture)).ToList());
        foreach (var (owner, dtype) in pickler.Storages)
        {
            var (address, bytes, _) = TensorMemory.Storage(owner);
            bytes -= bytes % dtype.Size;
            stream.Write(BitConverter.GetBytes(bytes / dtype.Size));
            TensorMemory.Copy(address, bytes, stream.Write);
        }
    }

    private static void WritePickle(Stream stream, object value)
    {
        var pickler = new Pickler(legacy: true);
        pickler.Write(value);
        stream.Write(pickler.ToArray());
    }
}
