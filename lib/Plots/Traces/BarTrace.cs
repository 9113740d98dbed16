using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>Bars from zero (from the end of a log axis) at given places.</summary>
/// <param name="At">The middle of each bar on the axis of names.</param>
/// <param name="Names">What each bar stands for, shown when pointed at.</param>
internal sealed record BarTrace(string Name, IReadOnlyList<double> At, IReadOnlyList<double> Values, double Thickness, IReadOnlyList<string> Names) : Trace
{
    private const int EndGap = 9, SideGap = 4;

    public required Rgb Color { get; init; }
    public bool IsHorizontal { get; init; }
    public double Opacity { get; init; } = 1;
    public IReadOnlyList<double>? Errors { get; init; }
    public IReadOnlyList<string>? Labels { get; init; }

    public override Extent Extent
    {
        get
        {
            var places = Plots.Extent.Of(At.SelectMany(a => new[] { a - Thickness / 2, a + Thickness / 2 }));
            var values = Plots.Extent.Of(Errors is null ? Values : [.. Values.Zip(Errors, (v, e) => v + e), .. Values.Zip(Errors, (v, e) => v - e)]);
            // Labels stand beyond the ends of the bars, so the axis is made a little longer.
            if (Labels is not null && values is { } v)
            {
                var room = (IsHorizontal ? 0.12 : 0.05) * Math.Max(Math.Abs(v.Low), Math.Abs(v.High));
                values = (v.Low < 0 ? v.Low - room : v.Low, v.High > 0 ? v.High + room : v.High);
            }
            return IsHorizontal ? new(values, places) : new(places, values);
        }
    }

    public override IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, Color, LegendMark.Square)];

    public override void Write(PlotlyPanel plotly)
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["name"] = Json.Text(Name),
            ["orientation"] = IsHorizontal ? "h" : "v",
            ["x"] = Json.Numbers(IsHorizontal ? Values : At),
            ["y"] = Json.Numbers(IsHorizontal ? At : Values),
            ["width"] = Json.Number(Thickness),
            ["marker"] = new JsonObject { ["color"] = Color.Css, ["opacity"] = Opacity },
            ["hovertext"] = Json.Texts(Names),
            ["hovertemplate"] = "%{hovertext}: %{" + (IsHorizontal ? "x" : "y") + "}<extra>" + Json.Escape(Name) + "</extra>",
            ["showlegend"] = plotly.HasLegend && Name.Length > 0,
            ["legendgroup"] = Json.Text(Name),
        };
        if (Errors is not null)
            trace[IsHorizontal ? "error_x" : "error_y"] = new JsonObject { ["type"] = "data", ["array"] = Json.Numbers(Errors), ["color"] = Style.Ink.Css, ["thickness"] = 1.5, ["width"] = 4 };
        plotly.Add(trace);
        WriteLabels(plotly);
    }

    // As annotations, for plotly's own bar labels lie across the whiskers.
    private void WriteLabels(PlotlyPanel plotly)
    {
        if (Labels is null) return;
        for (var i = 0; i < At.Count; i++)
        {
            if (!double.IsFinite(Values[i])) continue;
            var (tip, side) = Tip(i);
            var note = plotly.Note(Labels[i], IsHorizontal ? tip : At[i], IsHorizontal ? At[i] : tip, Style.Small, Style.Ink);
            if (IsHorizontal) note["xanchor"] = side < 0 ? "right" : "left";
            note[IsHorizontal ? "xshift" : "yshift"] = side * (IsHorizontal ? SideGap : EndGap);
        }
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        for (var i = 0; i < At.Count; i++)
        {
            if (BarAt(i, frame) is not { } bar) continue;
            canvas.Fill(bar, Color, Opacity);
            if (Errors is not null) DrawWhisker(canvas, frame, bar, Values[i] - Errors[i], Values[i] + Errors[i]);
        }
    }

    private void DrawWhisker(Canvas canvas, Frame frame, Rect bar, double low, double high)
    {
        var (from, to) = IsHorizontal ? (frame.PixelX(low), frame.PixelX(high)) : (frame.PixelY(low), frame.PixelY(high));
        foreach (var ((x1, y1), (x2, y2)) in (ReadOnlySpan<((double, double), (double, double))>)[((from, 0), (to, 0)), ((from, -4), (from, 4)), ((to, -4), (to, 4))])
            canvas.Stroke(IsHorizontal ? [(x1, bar.CenterY + y1), (x2, bar.CenterY + y2)] : [(bar.CenterX + y1, x1), (bar.CenterX + y2, x2)], Style.Ink, 1.5);
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        if (Labels is null) return;
        for (var i = 0; i < At.Count; i++)
        {
            if (BarAt(i, frame) is not { } bar) continue;
            var (tip, side) = Tip(i);
            if (IsHorizontal) canvas.Text(Labels[i], frame.PixelX(tip) + side * SideGap, bar.CenterY, Style.Small, Style.Ink, side < 0 ? 1 : 0);
            else canvas.Text(Labels[i], bar.CenterX, frame.PixelY(tip) - side * EndGap, Style.Small, Style.Ink, 0.5);
        }
    }

    /// <summary>Where the bar with its whisker ends, and on which side of zero.</summary>
    private (double Value, int Side) Tip(int i)
    {
        var side = Values[i] < 0 ? -1 : 1;
        return (Values[i] + side * (Errors?[i] ?? 0), side);
    }

    private Rect? BarAt(int i, Frame frame)
    {
        if (!double.IsFinite(Values[i])) return null;
        var start = IsHorizontal ? OrElse(frame.PixelX(0), frame.Area.X) : OrElse(frame.PixelY(0), frame.Area.Bottom);
        var end = IsHorizontal ? frame.PixelX(Values[i]) : frame.PixelY(Values[i]);
        if (!double.IsFinite(end)) return null;
        var across = IsHorizontal ? (frame.PixelY(At[i] - Thickness / 2), frame.PixelY(At[i] + Thickness / 2)) : (frame.PixelX(At[i] - Thickness / 2), frame.PixelX(At[i] + Thickness / 2));
        var (from, width) = (Math.Min(across.Item1, across.Item2), Math.Abs(across.Item2 - across.Item1));
        return IsHorizontal
            ? new(Math.Min(start, end), from, Math.Abs(end - start), width)
            : new(from, Math.Min(start, end), width, Math.Abs(end - start));
    }

    private static double OrElse(double value, double other) => double.IsFinite(value) ? value : other;
}
