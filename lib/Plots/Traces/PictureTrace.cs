using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>A picture over a rectangle of the axes; enlarged pixels stay square and sharp.</summary>
internal sealed record PictureTrace(Picture Picture, double X, double Y, double Width, double Height) : Trace
{
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
            ["zsmooth"] = IsReduced(plotly.Frame) ? "fast" : JsonValue.Create(false),
            ["hoverinfo"] = "skip",
        });
    }

    public override void Draw(Canvas canvas, Frame frame) =>
        canvas.Picture(Picture, frame.Pixels(X, Y, Width, Height), isSmooth: IsReduced(frame));

    private bool IsReduced(Frame frame) => frame.Scale * Width < Picture.Width;
}
