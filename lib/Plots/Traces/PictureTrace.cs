using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>A picture over a rectangle of the axes; enlarged pixels stay square and sharp.</summary>
internal sealed record PictureTrace(Picture Picture, double X, double Y, double Width, double Height) : Trace
{
    /// <summary>Pictures up to this many pixels keep sharp edges at any size.</summary>
    public const int Small = 64;

    public override Extent Extent => new((X, X + Width), (Y, Y + Height));

    public override void Write(PlotlyPanel plotly)
    {
        var (dx, dy) = (Width / Picture.Width, Height / Picture.Height);
        plotly.Add(new()
        {
            ["type"] = "image",
            ["source"] = "data:image/png;base64," + Convert.ToBase64String(Picture.ToPng()),
            ["x0"] = Json.Number(X + dx / 2),
            ["y0"] = Json.Number(Y + dy / 2),
            ["dx"] = Json.Number(dx),
            ["dy"] = Json.Number(dy),
            ["zsmooth"] = IsSmooth(plotly.Frame) ? "fast" : JsonValue.Create(false),
            ["hoverinfo"] = "skip",
        });
    }

    public override void Draw(Canvas canvas, Frame frame) =>
        canvas.Picture(Picture, frame.Pixels(X, Y, Width, Height), isSmooth: IsSmooth(frame));

    // Uneven pixels show in a photo that is enlarged a little; in a small picture the pixels are the point.
    private bool IsSmooth(Frame frame)
    {
        var zoom = frame.Scale * Width / Picture.Width;
        return zoom < 0.99 || (zoom < 4 && Math.Max(Picture.Width, Picture.Height) > Small && Math.Abs(zoom - Math.Round(zoom)) > 0.01);
    }
}
