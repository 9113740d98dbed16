using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>Bars from zero (from the end of a log axis) at given places.</summary>
/// <param name="At">The middle of each bar on the axis of names.</param>
/// <param name="Names">What each bar stands for, shown when pointed at.</param>
internal sealed record BarTrace(string Name, IReadOnlyList<double> At, IReadOnlyList<double> Values, double Thickness, IReadOnlyList<string> Names) : Trace
{
    public required Rgb Color { get; init; }
    public bool IsHorizontal { get; init; }
    public double Opacity { get; init; } = 1;
    public IReadOnlyList<string>? Labels { get; init; }

    public override Extent Extent
    {
        get
        {
            var places = Plots.Extent.Of(At.SelectMany(a => new[] { a - Thickness / 2, a + Thickness / 2 }));
            var values = Plots.Extent.Of(Values);
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
        if (Labels is not null)
        {
            trace["text"] = Json.Texts(Labels);
            trace["texttemplate"] = "%{text}";
            trace["textposition"] = "outside";
            trace["textangle"] = 0;
            trace["constraintext"] = "none";
            trace["cliponaxis"] = false;
            trace["textfont"] = new JsonObject { ["size"] = Style.Small, ["color"] = Style.Ink.Css };
        }
        plotly.Add(trace);
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        for (var i = 0; i < At.Count; i++)
            if (BarAt(i, frame) is { } bar) canvas.Fill(bar, Color, Opacity);
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        if (Labels is null) return;
        for (var i = 0; i < At.Count; i++)
        {
            if (BarAt(i, frame) is not { } bar) continue;
            var isNegative = Values[i] < 0;
            if (IsHorizontal) canvas.Text(Labels[i], isNegative ? bar.X - 4 : bar.Right + 4, bar.CenterY, Style.Small, Style.Ink, isNegative ? 1 : 0);
            else canvas.Text(Labels[i], bar.CenterX, isNegative ? bar.Bottom + 9 : bar.Y - 9, Style.Small, Style.Ink, 0.5);
        }
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
