using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnCourse.Data;

/// <summary>Reads IDX files, the format of MNIST and its kin, plain or gzipped.</summary>
/// <remarks>Two zero bytes, the element type (8: unsigned byte), the number of axes, each length as a big-endian integer, then the elements.</remarks>
public static class Idx
{
    private const byte UnsignedByte = 8;
    private const long MostElements = 1L << 31;

    /// <summary>The elements of a file and their shape.</summary>
    /// <param name="path">The file; gzip is recognised by its first bytes, not by its name.</param>
    /// <param name="axes">Axes that it must have: 3 for grey images, 1 for labels.</param>
    /// <exception cref="BadDataException">The file is missing, truncated, or something else; the message says what to do.</exception>
    public static (byte[] Elements, int[] Shape) Read(string path, int axes)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var stream = Unpacked(file);
            return Read(stream, path, axes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadDataException(path, "the file is not there", "an IDX file", e);
        }
        catch (InvalidDataException e)
        {
            throw new BadDataException(path, $"the gzip stream is damaged ({e.Message.TrimEnd('.')})", "a whole gzip file", e);
        }
    }

    private static (byte[], int[]) Read(Stream stream, string path, int axes)
    {
        Span<byte> head = stackalloc byte[4 + 4 * axes];
        var found = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (found < 4) throw new BadDataException(path, $"only {found} bytes", "a header of at least 8 bytes");
        var magic = BinaryPrimitives.ReadUInt32BigEndian(head);
        var expected = (uint)UnsignedByte << 8 | (uint)axes;
        if (magic != expected)
            throw new BadDataException(path, $"magic number 0x{magic:x8}{Meaning(magic)}", $"0x{expected:x8} ({axes} axes of unsigned bytes)");
        if (found < head.Length) throw new BadDataException(path, $"a header of {found} bytes", $"{head.Length} bytes for {axes} axes");

        var shape = new int[axes];
        for (var axis = 0; axis < axes; axis++) shape[axis] = BinaryPrimitives.ReadInt32BigEndian(head[(4 + 4 * axis)..]);
        var count = shape.Aggregate(1L, (product, length) => length < 0 || product > MostElements ? -1 : product * length);
        if (count is < 0 or > MostElements)
            throw new BadDataException(path, $"a header that claims the shape {string.Join('×', shape)}", "a data set of less than 2 GiB");

        // Read what is there before believing the header: a false length must not take the memory it names.
        using var elements = new MemoryStream();
        CopyAtMost(stream, elements, count + 1);
        if (elements.Length != count)
            throw new BadDataException(path, elements.Length > count ? $"more than {count:N0} elements" : $"{elements.Length:N0} elements",
                $"{count:N0} for the shape {string.Join('×', shape)} in its header");
        return (elements.ToArray(), shape);
    }

    private static void CopyAtMost(Stream from, Stream to, long most)
    {
        var buffer = new byte[1 << 16];
        while (most > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, most));
            if (read == 0) return;
            to.Write(buffer, 0, read);
            most -= read;
        }
    }

    private static Stream Unpacked(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1f && start[1] == 0x8b;
        file.Position = 0;
        return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static string Meaning(uint magic) => (magic >> 8) switch
    {
        UnsignedByte => $" ({magic & 0xff} axes of unsigned bytes)",
        0x0009 => " (signed bytes)",
        0x000b or 0x000c => " (integers)",
        0x000d or 0x000e => " (floating point)",
        _ => "",
    };
}
