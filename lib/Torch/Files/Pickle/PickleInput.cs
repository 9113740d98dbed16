using System.Buffers.Binary;
using System.Text;

namespace CnnCourse.Torch;

/// <summary>Bytes of a pickle inside a file, from one offset to another.</summary>
internal sealed class PickleInput(FileSource source, long start, long end)
{
    private const int LongestLine = 1000;   // names of globals; everything else says its length beforehand

    private readonly byte[] buffer = new byte[Math.Min(1 << 16, end - start)];
    private long next = start;              // where the buffer is filled from
    private int at, filled;

    internal long Position => next - filled + at;

    internal WeightFileException Bad(string problem) => source.Bad($"its pickle {problem} (byte {Position})");

    internal byte Byte()
    {
        if (at == filled) Fill();
        return buffer[at++];
    }

    internal int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));
    internal int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));
    internal long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));
    internal double DoubleBigEndian() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(8));

    internal byte[] Bytes(long count)
    {
        if (count < 0 || count > end - Position) throw Bad($"names {count} bytes where {end - Position} are left");
        var bytes = new byte[count];
        var have = (int)Math.Min(count, filled - at);
        buffer.AsSpan(at, have).CopyTo(bytes);
        at += have;
        if (have == count) return bytes;
        source.Read(next, bytes.AsSpan(have));
        next += count - have;
        at = filled = 0;
        return bytes;
    }

    internal string Text(long count) => Encoding.UTF8.GetString(Bytes(count));

    internal string Line()
    {
        var line = new StringBuilder();
        for (var c = Byte(); c != '\n'; c = Byte())
        {
            if (line.Length == LongestLine) throw Bad($"has a line of more than {LongestLine} characters");
            line.Append((char)c);
        }
        return line.ToString();
    }

    private void Fill()
    {
        var count = (int)Math.Min(buffer.Length, end - next);
        if (count == 0) throw Bad("ends before its STOP");
        source.Read(next, buffer.AsSpan(0, count));
        next += count;
        (at, filled) = (0, count);
    }
}
