namespace CnnCourse.Plots;

/// <summary>Maps laid over a picture.</summary>
public static class Overlays
{
    /// <summary>Colours every pixel by its class; class 0 is background and stays as it is.</summary>
    /// <param name="labels">[H, W] of the picture.</param>
    public static Picture WithMask(this Picture picture, int[,] labels, double opacity = 0.5)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.GetLength(0) != picture.Height || labels.GetLength(1) != picture.Width)
            throw new ArgumentException($"The mask is {labels.GetLength(1)} x {labels.GetLength(0)}, the picture {picture.Width} x {picture.Height}: resize the mask first.", nameof(labels));
        return Blend(picture, (x, y) => labels[y, x] == 0 ? (default, 0) : (Palette.At(labels[y, x] - 1), opacity));
    }

    /// <summary>Lays a map of any resolution over the picture, bilinearly enlarged and stretched to its own range; the strongest places are the most opaque.</summary>
    /// <param name="heat">[h, w].</param>
    public static Picture WithHeat(this Picture picture, float[,] heat, ColorMap? map = null, double opacity = 0.7)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var source = Picture.Grey(heat);
        var (low, high) = source.Range;
        return Blend(picture, (x, y) =>
        {
            var strength = high > low ? (Sample(heat, (x + 0.5) / picture.Width, (y + 0.5) / picture.Height) - low) / (high - low) : 0;
            return ((map ?? ColorMap.Viridis).At(strength), opacity * (0.35 + 0.65 * strength));
        });
    }

    private static Picture Blend(Picture picture, Func<int, int, (Rgb Color, double Opacity)> overlay)
    {
        var bytes = new List<byte>(picture.Width * picture.Height * 3);
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
            {
                var (color, opacity) = overlay(x, y);
                var mixed = picture.At(x, y).Mix(color, opacity);
                bytes.AddRange([mixed.R, mixed.G, mixed.B]);
            }
        return Picture.FromBytes(picture.Width, picture.Height, 3, bytes.ToArray());
    }

    // Half-pixel centres and clamped borders, as torch's interpolate(align_corners: false).
    private static double Sample(float[,] map, double u, double v)
    {
        int h = map.GetLength(0), w = map.GetLength(1);
        var x = Math.Clamp(u * w - 0.5, 0, w - 1);
        var y = Math.Clamp(v * h - 0.5, 0, h - 1);
        int x0 = (int)x, y0 = (int)y, x1 = Math.Min(x0 + 1, w - 1), y1 = Math.Min(y0 + 1, h - 1);
        double fx = x - x0, fy = y - y0;
        return (map[y0, x0] * (1 - fx) + map[y0, x1] * fx) * (1 - fy) + (map[y1, x0] * (1 - fx) + map[y1, x1] * fx) * fy;
    }
}
