using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CnnCourse.Plots;

/// <summary>Writes 8-bit grey or RGB pixels as a PNG file (ISO/IEC 15948).</summary>
public static class Png
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOf((uint)n))];

    /// <param name="pixels">Row by row from the top; grey, or R, G, B in turn.</param>
    public static byte[] Encode(int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        if (width < 1 || height < 1 || channels is not (1 or 3) || pixels.Length != (long)width * height * channels)
            throw new ArgumentException($"{pixels.Length} bytes are not a {width} x {height} picture of {channels} channels: channels are 1 or 3, bytes their product.");
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = (byte)(channels == 1 ? 0 : 2);
        Chunk(file, "IHDR", header);
        // Prediction helps photographs and hurts small flat pictures: keep the shorter one.
        Chunk(file, "IDAT", Smaller(Deflate(channels, width * channels, pixels, false), Deflate(channels, width * channels, pixels, true)));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Smaller(byte[] a, byte[] b) => b.Length < a.Length ? b : a;

    private static byte[] Deflate(int channels, int stride, ReadOnlySpan<byte> pixels, bool isPredicted)
    {
        using var packed = new MemoryStream();
        var line = new byte[stride + 1];
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var start = 0; start < pixels.Length; start += stride)
            {
                line[0] = (byte)(isPredicted ? 4 : 0);
                for (var i = 0; i < stride; i++)
                    line[i + 1] = (byte)(pixels[start + i] - (isPredicted ? Paeth(pixels, start, i, stride, channels) : 0));
                zlib.Write(line);
            }
        return packed.ToArray();
    }

    /// <summary>Filter 4: the neighbour (left, up, up-left) nearest to left + up - up-left.</summary>
    private static byte Paeth(ReadOnlySpan<byte> pixels, int start, int i, int stride, int channels)
    {
        int left = i >= channels ? pixels[start + i - channels] : 0, up = start > 0 ? pixels[start - stride + i] : 0;
        var corner = i >= channels && start > 0 ? pixels[start - stride + i - channels] : 0;
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return (byte)(a <= b && a <= c ? left : b <= c ? up : corner);
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        var name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(0xFFFFFFFF, name), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data) crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(uint n)
    {
        for (var bit = 0; bit < 8; bit++) n = (n & 1) != 0 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
