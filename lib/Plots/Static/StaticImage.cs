using System.Runtime.InteropServices;

namespace CnnCourse.Plots;

/// <summary>Draws figures as PNG files with libcairo, without a browser.</summary>
public static class StaticImage
{
    private static readonly Lazy<bool> Found = new(() => NativeLibrary.TryLoad(Cairo.Library, out _));

    /// <summary>True where libcairo is installed, so that <see cref="Figure.ToPng"/> works.</summary>
    public static bool IsAvailable => Found.Value;

    internal static byte[] Render(Figure figure, double scale)
    {
        if (!(scale is > 0 and <= 8)) throw new ArgumentException($"The scale {scale} is not between 0 and 8.", nameof(scale));
        if (!IsAvailable)
            throw new InvalidOperationException($"A static picture needs {Cairo.Library}, which is not installed: apt-get install libcairo2 fonts-dejavu-core");
        var layout = FigureLayout.Of(figure);
        using var canvas = new Canvas(layout.Width, layout.Height, scale);
        FigurePainter.Paint(canvas, layout);
        return canvas.ToPng();
    }
}
