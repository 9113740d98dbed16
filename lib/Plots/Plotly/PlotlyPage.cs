using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>The parts of a plotly figure while they are collected.</summary>
/// <param name="Plots">The smallest rectangle around all axes: plotly's "paper" coordinates run over it.</param>
internal sealed record PlotlyPage(Rect Plots)
{
    public JsonArray Data { get; } = [];
    public JsonArray Annotations { get; } = [];
    public JsonArray Shapes { get; } = [];

    public double PaperX(double pixel) => (pixel - Plots.X) / Plots.Width;

    public double PaperY(double pixel) => 1 - (pixel - Plots.Y) / Plots.Height;

    public static PlotlyPage Around(IReadOnlyList<Frame> frames)
    {
        var (left, top) = (frames.Min(f => f.Area.X), frames.Min(f => f.Area.Y));
        return new(new Rect(left, top, frames.Max(f => f.Area.Right) - left, frames.Max(f => f.Area.Bottom) - top));
    }
}
