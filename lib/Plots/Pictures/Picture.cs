namespace CnnCourse.Plots;

/// <summary>A small image: numbers row by row from the top, one (grey) or three (R, G, B in turn) to a pixel, 0 dark and 1 bright.</summary>
public sealed class Picture
{
    private readonly float[] data;

    private Picture(int width, int height, int channels, float[] data)
    {
        if (width < 1 || height < 1 || channels is not (1 or 3) || data.Length != (long)width * height * channels)
            throw new ArgumentException(
                $"{data.Length} values are not a {width} x {height} picture of {channels} channels: channels must be 1 or 3, and width * height * channels values are needed.");
        (Width, Height, Channels, this.data) = (width, height, channels, data);
    }

    public int Width { get; }
    public int Height { get; }
    public int Channels { get; }
    public ReadOnlySpan<float> Data => data;

    /// <param name="values">[H, W].</param>
    public static Picture Grey(float[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.GetLength(1), values.GetLength(0), 1, [.. values.Cast<float>()]);
    }

    /// <summary>Interleaved bytes, 0..255.</summary>
    public static Picture FromBytes(int width, int height, int channels, ReadOnlySpan<byte> bytes)
    {
        var data = new float[bytes.Length];
        for (var i = 0; i < data.Length; i++) data[i] = bytes[i] / 255f;
        return new(width, height, channels, data);
    }

    /// <summary>Interleaved floats.</summary>
    public static Picture FromPixels(int width, int height, int channels, IEnumerable<float> values) =>
        new(width, height, channels, [.. values]);

    /// <summary>Planes one after another, [C, H, W], as tensors hold them.</summary>
    public static Picture FromPlanes(int channels, int height, int width, ReadOnlySpan<float> planes)
    {
        var area = width * height;
        var data = new float[planes.Length];
        if (data.Length == area * channels)
            for (var i = 0; i < data.Length; i++) data[i] = planes[i % channels * area + i / channels];
        return new(width, height, channels, data);
    }

    /// <summary>Grey values through a colour map; the range is the picture's own where it is not given.</summary>
    public Picture Colored(ColorMap map, double? low = null, double? high = null)
    {
        if (Channels != 1) throw new ArgumentException("Only a grey picture can be coloured by a map; this one has three channels.");
        var (min, max) = map.Range(data.Select(v => (double)v));
        return FromBytes(Width, Height, 3, [.. data.Select(v => map.At(v, low ?? min, high ?? max)).SelectMany(c => new[] { c.R, c.G, c.B })]);
    }

    /// <summary>Stretched so that <paramref name="low"/> becomes 0 and <paramref name="high"/> 1.</summary>
    public Picture Stretched(double low, double high) =>
        new(Width, Height, Channels, [.. data.Select(v => high > low ? (float)((v - low) / (high - low)) : 0.5f)]);

    public byte[] ToPng() => Png.Encode(Width, Height, Channels, ToBytes());

    internal (double Low, double High) Range => Extent.Of(data.Select(v => (double)v)) ?? (0, 1);

    internal byte[] ToBytes() => [.. data.Select(v => float.IsNaN(v) ? (byte)0 : (byte)Math.Round(Math.Clamp(v, 0, 1) * 255))];

    internal Rgb At(int x, int y)
    {
        var i = (y * Width + x) * Channels;
        return new(Byte(i), Byte(i + Channels / 2), Byte(i + Channels - 1));
        byte Byte(int at) => float.IsNaN(data[at]) ? (byte)0 : (byte)Math.Round(Math.Clamp(data[at], 0, 1) * 255);
    }
}
