using System.Text;

namespace CnnCourse.Torch;

/// <summary>Writes a zip archive of stored records, each beginning at a multiple of 64 bytes as PyTorch likes it.</summary>
internal sealed class ZipWriter(Stream stream)
{
    private const int Alignment = 64;
    private const ushort Version = 45;   // zip64

    private readonly List<(byte[] Name, long Header, long Length, uint Crc)> entries = [];

    internal void Add(string name, ReadOnlySpan<byte> content)
    {
        var (entry, start) = (Begin(name, content.Length), stream.Position);
        stream.Write(content);
        End(entry, start, content.Length, Crc32.Of(content));
    }

    /// <summary>Adds a record whose bytes come piece by piece from <paramref name="write"/>.</summary>
    internal void Add(string name, long length, Action<Action<ReadOnlySpan<byte>>> write)
    {
        var (entry, start, crc) = (Begin(name, length), stream.Position, new Crc32());
        write(piece =>
        {
            crc.Add(piece);
            stream.Write(piece);
        });
        End(entry, start, length, crc.Value);
    }

    /// <summary>Writes the directory; nothing can be added after it.</summary>
    internal void Finish()
    {
        var start = stream.Position;
        foreach (var (name, header, length, crc) in entries)
        {
            Write(0x02014b50u, Version, Version);
            WriteCommon(name, crc);
            Write((ushort)28, (ushort)0, (ushort)0, (ushort)0, 0u, uint.MaxValue);
            stream.Write(name);
            Write((ushort)1, (ushort)24, length, length, header);
        }
        var end = stream.Position;
        long count = entries.Count;
        Write(0x06064b50u, 44L, Version, Version, 0u, 0u, count, count, end - start, start);
        Write(0x07064b50u, 0u, end, 1u);
        Write(0x06054b50u, (ushort)0, (ushort)0, ushort.MaxValue, ushort.MaxValue, uint.MaxValue, uint.MaxValue, (ushort)0);
    }

    private (byte[] Name, long Header) Begin(string name, long length)
    {
        var (bytes, header) = (Encoding.UTF8.GetBytes(name), stream.Position);
        Write(0x04034b50u, Version);
        WriteCommon(bytes, 0);
        const int zip64 = 20;
        var unpadded = header + 30 + bytes.Length + zip64 + 4;
        var padding = (ushort)((Alignment - unpadded % Alignment) % Alignment);
        Write((ushort)(zip64 + 4 + padding));
        stream.Write(bytes);
        Write((ushort)1, (ushort)16, length, length, (ushort)0x4246, padding);
        stream.Write(new byte[padding]);
        return (bytes, header);
    }

    // Flags, method, time, date, checksum, sizes (in the zip64 field), length of the name.
    private void WriteCommon(byte[] name, uint crc) =>
        Write((ushort)0x0800, (ushort)0, (ushort)0, (ushort)0x21, crc, uint.MaxValue, uint.MaxValue, (ushort)name.Length);

    private void End((byte[] Name, long Header) entry, long start, long length, uint crc)
    {
        var end = stream.Position;
        if (end - start != length) throw new InvalidOperationException($"a record of {length} bytes was given {end - start}");
        stream.Position = entry.Header + 14;
        stream.Write(BitConverter.GetBytes(crc));
        stream.Position = end;
        entries.Add((entry.Name, entry.Header, length, crc));
    }

    private void Write(params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            stream.Write(value switch
            {
                ushort v => BitConverter.GetBytes(v),
                uint v => BitConverter.GetBytes(v),
                long v => BitConverter.GetBytes(v),
                _ => throw new ArgumentException($"{value.GetType()} is no zip field"),
            });
    }
}
