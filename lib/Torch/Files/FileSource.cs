using Microsoft.Win32.SafeHandles;

namespace CnnCourse.Torch;

/// <summary>A file under inspection: every read is checked against its length before anything is allocated.</summary>
internal sealed unsafe class FileSource : IDisposable
{
    private const int Chunk = 8 << 20;

    private readonly SafeFileHandle handle;
    private long unclaimed;

    internal FileSource(string path)
    {
        Path = path;
        if (Directory.Exists(path)) throw Bad("is a folder, not a file");
        handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Length = unclaimed = RandomAccess.GetLength(handle);
    }

    internal string Path { get; }
    internal long Length { get; }

    internal WeightFileException Bad(string problem, Exception? inner = null) => new(Path, problem, inner);

    internal void Require(long offset, long count, string what)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
            throw Bad($"{what} would take bytes {offset} to {offset} + {count}, but the file has {Length}; it is truncated or damaged");
    }

    internal byte[] Bytes(long offset, long count, string what)
    {
        Require(offset, count, what);
        if (count > Array.MaxLength) throw Bad($"{what} has {count} bytes, more than this reader takes");
        var bytes = new byte[count];
        Read(offset, bytes);
        return bytes;
    }

    internal void Read(long offset, Span<byte> into)
    {
        while (into.Length > 0)
        {
            var count = RandomAccess.Read(handle, into, offset);
            if (count == 0) throw Bad($"ends at byte {offset} while it is read");
            into = into[count..];
            offset += count;
        }
    }

    /// <summary>Streams bytes of the file into native memory, and shows each piece to <paramref name="seen"/>.</summary>
    internal void Read(long offset, nint into, long count, Crc32? seen = null)
    {
        for (long done = 0; done < count; done += Chunk)
        {
            Interrupt.ThrowIfRequested();
            var piece = new Span<byte>((byte*)into + done, (int)Math.Min(Chunk, count - done));
            Read(offset + done, piece);
            seen?.Add(piece);
        }
    }

    /// <summary>Sets bytes of the file aside for one tensor; all tensors together never claim more than there is.</summary>
    internal void Claim(long bytes)
    {
        unclaimed -= bytes;
        if (unclaimed < 0) throw Bad($"its tensors claim more bytes than the file's {Length}");
    }

    public void Dispose() => handle.Dispose();
}
