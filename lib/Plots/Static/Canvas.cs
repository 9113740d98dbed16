using System.Runtime.InteropServices;

namespace CnnCourse.Plots;

/// <summary>A white page to draw on, in figure pixels from the top left corner.</summary>
internal sealed class Canvas : IDisposable
{
    private const double CapHeight = 0.73; // of DejaVu Sans, in font sizes
    private readonly nint surface;
    private readonly nint context;

    public Canvas(int width, int height, double scale)
    {
        surface = Cairo.CreateSurface(Cairo.Rgb24, (int)Math.Round(width * scale), (int)Math.Round(height * scale));
        context = Cairo.Create(surface);
        Cairo.Check(Cairo.Status(context));
        Cairo.SetColor(context, 1, 1, 1, 1);
        Cairo.Paint(context);
        Cairo.Scale(context, scale, scale);
        Cairo.SetLineJoin(context, Cairo.LineJoinRound);
    }

    public void Clipped(Rect area, Action draw)
    {
        Cairo.Save(context);
        Cairo.Rectangle(context, area.X, area.Y, area.Width, area.Height);
        Cairo.Clip(context);
        draw();
        Cairo.Restore(context);
    }

    public void Stroke(IReadOnlyList<(double X, double Y)> points, Rgb color, double width, double[]? dash = null)
    {
        SetColor(color, 1);
        Cairo.SetLineWidth(context, width);
        Cairo.SetDash(context, dash ?? [], dash?.Length ?? 0, 0);
        Path(points);
        Cairo.Stroke(context);
    }

    /// <summary>A line along an axis, moved to the middle of a pixel so that it is one pixel wide.</summary>
    public void HairLine(double x1, double y1, double x2, double y2, Rgb color) =>
        Stroke([(Middle(x1), Middle(y1)), (Middle(x2), Middle(y2))], color, 1);

    public void Fill(IReadOnlyList<(double X, double Y)> outline, Rgb color, double opacity = 1)
    {
        SetColor(color, opacity);
        Path(outline);
        Cairo.ClosePath(context);
        Cairo.Fill(context);
    }

    public void Fill(Rect rect, Rgb color, double opacity = 1)
    {
        SetColor(color, opacity);
        Cairo.Rectangle(context, rect.X, rect.Y, rect.Width, rect.Height);
        Cairo.Fill(context);
    }

    /// <summary>One of many touching cells, with edges on whole pixels so that no seam shows between them.</summary>
    public void FillCell(Rect rect, Rgb color)
    {
        var (x, y) = (Math.Round(rect.X), Math.Round(rect.Y));
        Fill(new Rect(x, y, Math.Max(1, Math.Round(rect.Right) - x), Math.Max(1, Math.Round(rect.Bottom) - y)), color);
    }

    public void Circle(double x, double y, double radius, Rgb color, double opacity = 1)
    {
        SetColor(color, opacity);
        Cairo.Arc(context, x, y, radius, 0, 2 * Math.PI);
        Cairo.Fill(context);
    }

    /// <param name="align">0 begins at x, 0.5 is centred, 1 ends there; capitals are centred about y.</param>
    public void Text(string text, double x, double y, double size, Rgb color, double align, bool isBold = false, bool isUpright = false)
    {
        if (text.Length == 0) return;
        SetColor(color, 1);
        Cairo.SelectFont(context, "DejaVu Sans", 0, isBold ? Cairo.FontBold : Cairo.FontNormal);
        Cairo.SetFontSize(context, size);
        Cairo.TextExtents(context, text, out var extents);
        Cairo.Save(context);
        Cairo.Translate(context, x, y);
        if (isUpright) Cairo.Rotate(context, -Math.PI / 2);
        Cairo.MoveTo(context, -align * extents.AdvanceX, CapHeight / 2 * size);
        Cairo.ShowText(context, text);
        Cairo.Restore(context);
    }

    public void Picture(Picture picture, Rect rect, bool isSmooth)
    {
        var pixels = new int[picture.Width * picture.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var color = picture.At(i % picture.Width, i / picture.Width);
            pixels[i] = color.R << 16 | color.G << 8 | color.B;
        }
        var pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        var image = Cairo.CreateSurfaceFor(pin.AddrOfPinnedObject(), Cairo.Rgb24, picture.Width, picture.Height, picture.Width * sizeof(int));
        Cairo.Save(context);
        Cairo.Rectangle(context, rect.X, rect.Y, rect.Width, rect.Height);
        Cairo.Clip(context);
        Cairo.Translate(context, rect.X, rect.Y);
        Cairo.Scale(context, rect.Width / picture.Width, rect.Height / picture.Height);
        Cairo.SetSource(context, image, 0, 0);
        Cairo.SetFilter(Cairo.GetSource(context), isSmooth ? Cairo.FilterGood : Cairo.FilterNearest);
        Cairo.SetExtend(Cairo.GetSource(context), Cairo.ExtendPad);
        Cairo.Paint(context);
        Cairo.Restore(context);
        Cairo.DestroySurface(image);
        pin.Free();
    }

    public unsafe byte[] ToPng()
    {
        Cairo.Check(Cairo.Status(context));
        using var file = new MemoryStream();
        var handle = GCHandle.Alloc(file);
        try
        {
            Cairo.Check(Cairo.WritePng(surface, &Append, GCHandle.ToIntPtr(handle)));
        }
        finally
        {
            handle.Free();
        }
        return file.ToArray();
    }

    public void Dispose()
    {
        Cairo.Destroy(context);
        Cairo.DestroySurface(surface);
    }

    [UnmanagedCallersOnly]
    private static unsafe int Append(nint closure, byte* data, uint length)
    {
        ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
        return 0;
    }

    private void Path(IReadOnlyList<(double X, double Y)> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (i == 0) Cairo.MoveTo(context, points[i].X, points[i].Y);
            else Cairo.LineTo(context, points[i].X, points[i].Y);
        }
    }

    private void SetColor(Rgb color, double opacity) => Cairo.SetColor(context, color.R / 255.0, color.G / 255.0, color.B / 255.0, opacity);

    private static double Middle(double pixel) => Math.Floor(pixel) + 0.5;
}
