using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Reads CIFAR's binary archives as they are: records of one or two label bytes and 3·32·32 bytes of red, green and blue planes.</summary>
public static class CifarArchive
{
    private const int Side = 32, Pixels = 3 * Side * Side;
    private const long LargestFile = 1 << 29;

    /// <summary>The training set (every <c>*batch*.bin</c> or <c>train.bin</c>, in the order of their names) and the test set.</summary>
    /// <param name="path">A .tar.gz file.</param>
    /// <param name="names">The file in it that has a class name in each line.</param>
    /// <param name="labelBytes">Label bytes in a record; the last one counts (CIFAR-100: the coarse label, then the fine one).</param>
    /// <exception cref="BadDataException">The archive is missing, damaged or something else; the message says what to do.</exception>
    public static ImageData Read(string path, string names, int labelBytes = 1)
    {
        var files = Files(path);
        if (!files.TryGetValue(names, out var lines)) throw new BadDataException(path, $"an archive without {names}", "CIFAR's binary version");
        string[] classes = [.. Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var batches = files.Where(f => f.Key.EndsWith(".bin", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).ToLookup(
            f => f.Key.StartsWith("test", StringComparison.Ordinal), f => f.Value);
        if (!batches[true].Any() || !batches[false].Any()) throw new BadDataException(path, "an archive without batches for training and test", "CIFAR's binary version");
        return new(Set(path, [.. batches[false]], classes, labelBytes), Set(path, [.. batches[true]], classes, labelBytes));
    }

    private static Dictionary<string, byte[]> Files(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(unpacked);
            var files = new Dictionary<string, byte[]>();
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is not { } data) continue;
                if (entry.Length > LargestFile) throw new BadDataException(path, $"an entry of {entry.Length:N0} bytes", "CIFAR's batches of about 30 or 150 MB");
                using var content = new MemoryStream();
                data.CopyTo(content);
                files[Path.GetFileName(entry.Name)] = content.ToArray();
            }
            return files;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new BadDataException(path, $"a damaged archive ({e.Message.TrimEnd('.')})", "a whole .tar.gz file", e);
        }
    }

    private static ImageSet Set(string path, byte[][] batches, string[] classes, int labelBytes)
    {
        var record = labelBytes + Pixels;
        if (Array.Find(batches, b => b.Length == 0 || b.Length % record != 0) is { } odd)
            throw new BadDataException(path, $"a batch of {odd.Length:N0} bytes", $"whole records of {record} bytes");
        using var scope = NewDisposeScope();
        var parts = batches.Select(b => tensor(b, [b.Length / record, record])).ToList();
        var records = cat(parts);
        var labels = records.select(1, labelBytes - 1).to(ScalarType.Int64);
        if (labels.max().item<long>() >= classes.Length)
            throw new BadDataException(path, $"label {labels.max().item<long>()}", $"labels 0 to {classes.Length - 1}");
        var images = records.narrow(1, labelBytes, Pixels).reshape(-1, 3, Side, Side).to(ScalarType.Float32).div_(255);
        return new(scope.MoveToOuter(images), scope.MoveToOuter(labels), classes);
    }
}
