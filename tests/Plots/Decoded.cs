using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CnnCourse.Plots.Tests;

/// <summary>A PNG read back by a decoder of its own: 8-bit grey, RGB or RGBA, all five filters.</summary>
internal sealed record Decoded(int Width, int Height, int Channels, byte[] Pixels)
{
    public (int R, int G, int B) At(int x, int y)
    {
        var i = (y * Width + x) * Channels;
        return Channels < 3 ? (Pixels[i], Pixels[i], Pixels[i]) : (Pixels[i], Pixels[i + 1], Pixels[i + 2]);
    }

    public static Decoded From(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        int width = 0, height = 0, channels = 0;
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    width = BinaryPrimitives.ReadInt32BigEndian(body);
                    height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                    Assert.Equal(8, body[8]);
                    channels = body[9] switch { 0 => 1, 2 => 3, 6 => 4, var type => throw new InvalidDataException($"colour type {type}") };
                    break;
                case "IDAT":
                    packed.Write(body);
                    break;
            }
            at += 12 + length;
        }
        packed.Position = 0;
        using var raw = new MemoryStream();
        new ZLibStream(packed, CompressionMode.Decompress).CopyTo(raw);
        return new(width, height, channels, Unfilter(raw.ToArray(), width * channels, height, channels));
    }

    private static byte[] Unfilter(byte[] raw, int stride, int height, int step)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < stride; x++)
            {
                int left = x >= step ? pixels[y * stride + x - step] : 0;
                int up = y > 0 ? pixels[(y - 1) * stride + x] : 0;
                int corner = x >= step && y > 0 ? pixels[(y - 1) * stride + x - step] : 0;
                var predicted = raw[y * (stride + 1)] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    _ => new[] { left, up, corner }.MinBy(v => Math.Abs(left + up - corner - v)),
                };
                pixels[y * stride + x] = (byte)(raw[y * (stride + 1) + 1 + x] + predicted);
            }
        return pixels;
    }
}
