using System.Buffers.Binary;
using System.Text;

namespace CnnCourse.Torch;

/// <summary>Where a stored record of a zip archive lies in its file.</summary>
internal readonly record struct ZipRecord(long Offset, long Length, uint Crc, bool IsPacked);

/// <summary>The directory of a zip archive (zip64 too). Only stored records can be read: PyTorch does not compress tensors.</summary>
internal sealed class ZipReader
{
    private const int EndLength = 22, End64Length = 56, LocatorLength = 20, HeaderLength = 30, EntryLength = 46;

    private readonly FileSource source;
    private readonly Dictionary<string, ZipRecord> records = [];

    internal ZipReader(FileSource source)
    {
        this.source = source;
        var (count, offset, length) = FindDirectory();
        source.Require(offset, length, "the zip directory");
        if (count > (ulong)length / EntryLength) throw source.Bad($"its zip directory of {length} bytes cannot hold {count} entries");
        ReadDirectory(source.Bytes(offset, length, "the zip directory"), (int)count, offset);
    }

    internal IEnumerable<string> Names => records.Keys;

    internal ZipRecord? Find(string name) => !records.TryGetValue(name, out var record) ? null
        : record.IsPacked ? throw source.Bad($"record '{name}' is compressed or encrypted; PyTorch stores records as they are") : record;

    internal byte[] Read(string name)
    {
        var record = Find(name) ?? throw source.Bad($"has no record '{name}'");
        var bytes = source.Bytes(record.Offset, record.Length, $"record '{name}'");
        Check(name, record, Crc32.Of(bytes));
        return bytes;
    }

    internal void Check(string name, ZipRecord record, uint crc)
    {
        if (crc != record.Crc) throw source.Bad($"record '{name}' is damaged (checksum {crc:x8}, the directory says {record.Crc:x8})");
    }

    private (ulong Count, long Offset, long Length) FindDirectory()
    {
        var tailLength = (int)Math.Min(source.Length, EndLength + LocatorLength + ushort.MaxValue);
        var tail = source.Bytes(source.Length - tailLength, tailLength, "the zip directory's end");
        for (var k = tail.Length - EndLength; k >= 0; k--)
        {
            var end = tail.AsSpan(k);
            if (U32(end, 0) != 0x06054b50 || k + EndLength + U16(end, 20) != tail.Length) continue;
            if (U16(end, 10) != 0xffff && U32(end, 12) != uint.MaxValue && U32(end, 16) != uint.MaxValue)
                return (U16(end, 10), U32(end, 16), U32(end, 12));
            if (k < LocatorLength || U32(tail, k - LocatorLength) != 0x07064b50) throw source.Bad("its zip64 locator is missing");
            var at = I64(tail, k - LocatorLength + 8);
            var end64 = source.Bytes(at, End64Length, "the zip64 directory's end");
            if (U32(end64, 0) != 0x06064b50) throw source.Bad("its zip64 directory has no signature");
            return (BinaryPrimitives.ReadUInt64LittleEndian(end64.AsSpan(32)), I64(end64, 48), I64(end64, 40));
        }
        throw source.Bad("has no zip directory at its end; it is truncated or damaged");
    }

    private void ReadDirectory(byte[] directory, int count, long directoryOffset)
    {
        var at = 0;
        for (var k = 0; k < count; k++)
        {
            if (at + EntryLength > directory.Length || U32(directory, at) != 0x02014b50) throw source.Bad($"entry {k} of its zip directory is damaged");
            var entry = directory.AsSpan(at);
            int nameLength = U16(entry, 28), extraLength = U16(entry, 30), commentLength = U16(entry, 32);
            if (EntryLength + nameLength + extraLength + commentLength > entry.Length) throw source.Bad($"entry {k} of its zip directory is damaged");
            var name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength));
            long packed = U32(entry, 20), length = U32(entry, 24), header = U32(entry, 42);
            ReadZip64(entry.Slice(EntryLength + nameLength, extraLength), ref length, ref packed, ref header);
            var isPacked = (U16(entry, 8) & 1) != 0 || U16(entry, 10) != 0 || packed != length;
            if (!records.TryAdd(name, new ZipRecord(Locate(name, header, packed, directoryOffset), packed, U32(entry, 16), isPacked))) throw source.Bad($"has two records '{name}'");
            at += EntryLength + nameLength + extraLength + commentLength;
        }
    }

    // The 64-bit values stand in this order, each only where its 32-bit field is full.
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long length, ref long packed, ref long header)
    {
        while (extra.Length >= 4)
        {
            var size = U16(extra, 2);
            if (size > extra.Length - 4) return;
            var field = extra.Slice(4, size);
            if (U16(extra, 0) == 1)
            {
                Take(ref field, ref length);
                Take(ref field, ref packed);
                Take(ref field, ref header);
            }
            extra = extra[(4 + size)..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value != uint.MaxValue || field.Length < 8) return;
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
        }
    }

    private long Locate(string name, long header, long length, long directoryOffset)
    {
        var local = source.Bytes(header, HeaderLength, $"record '{name}'");
        if (U32(local, 0) != 0x04034b50) throw source.Bad($"record '{name}' has no header at byte {header}");
        var offset = header + HeaderLength + U16(local, 26) + U16(local, 28);
        source.Require(offset, length, $"record '{name}'");
        if (offset + length > directoryOffset) throw source.Bad($"record '{name}' overlaps the zip directory");
        return offset;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
