using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

internal sealed record LineTrace(Series Series, Rgb Color) : Trace
{
    private const double Width = 2, MarkerSize = 6, BandOpacity = 0.18;

    private bool HasMarkers => Series.HasMarkers || Series.X.Count == 1;

    public override Extent Extent => new(Plots.Extent.Of(Series.X), Plots.Extent.Of([.. Series.Y, .. Series.Low ?? [], .. Series.High ?? []]));

    public override bool? IsAtWholeX => Series.X.All(x => x == Math.Round(x));

    public override IEnumerable<LegendEntry> Legend =>
        Series.Name.Length == 0 ? [] : [new(Series.Name, Color, Series.IsDashed ? LegendMark.DashedLine : LegendMark.Line)];

    public override void Write(PlotlyPanel plotly)
    {
        if (Series.Low is { } low && Series.High is { } high) WriteBand(plotly, low, high);
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = HasMarkers ? "lines+markers" : "lines",
            ["name"] = Json.Text(Series.Name),
            ["x"] = Json.Numbers(Series.X),
            ["y"] = Json.Numbers(Series.Y),
            ["line"] = new JsonObject
            {
                ["color"] = Color.Css,
                ["width"] = Width,
                ["dash"] = Series.IsDashed ? Style.PlotlyDash : "solid",
                ["shape"] = Series.IsStepped ? "hv" : "linear",
            },
            ["connectgaps"] = false,
            ["showlegend"] = plotly.HasLegend && Series.Name.Length > 0,
            ["legendgroup"] = Json.Text(Series.Name),
        };
        if (HasMarkers) trace["marker"] = new JsonObject { ["size"] = MarkerSize };
        plotly.Add(trace);
    }

    private void WriteBand(PlotlyPanel plotly, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        List<double> x = [], y = [];
        foreach (var part in BandParts(low, high))
        {
            if (x.Count > 0) { x.Add(double.NaN); y.Add(double.NaN); }
            foreach (var (px, py) in part) { x.Add(px); y.Add(py); }
        }
        plotly.Add(new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = Json.Numbers(x),
            ["y"] = Json.Numbers(y),
            ["fill"] = "toself",
            ["fillcolor"] = Color.CssWith(BandOpacity),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Color.Css },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
            ["legendgroup"] = Json.Text(Series.Name),
        });
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        if (Series.Low is { } low && Series.High is { } high)
            foreach (var part in BandParts(low, high))
                canvas.Fill([.. part.Select(p => (frame.PixelX(p.X), frame.PixelY(p.Y)))], Color, BandOpacity);

        (double X, double Y)[] points = [.. Series.X.Zip(Series.Y, (x, y) => (frame.PixelX(x), frame.PixelY(y)))];
        foreach (var run in Runs(points)) canvas.Stroke(Series.IsStepped ? Steps(run) : run, Color, Width, Series.IsDashed ? Style.Dash : []);
        if (HasMarkers)
            foreach (var (x, y) in points.Where(IsFinite)) canvas.Circle(x, y, MarkerSize / 2, Color);
    }

    /// <summary>Closed outlines, one for every stretch without a gap.</summary>
    private IEnumerable<IReadOnlyList<(double X, double Y)>> BandParts(IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var indices = Enumerable.Range(0, Series.X.Count).Select(i => ((double)i, Series.X[i] + low[i] + high[i]));
        foreach (var run in Runs(indices))
        {
            int[] at = [.. run.Select(r => (int)r.X)];
            yield return [.. at.Select(i => (Series.X[i], high[i])), .. at.Reverse().Select(i => (Series.X[i], low[i]))];
        }
    }

    private static IEnumerable<List<(double X, double Y)>> Runs(IEnumerable<(double X, double Y)> points)
    {
        List<(double, double)> run = [];
        foreach (var point in points)
        {
            if (IsFinite(point)) { run.Add(point); continue; }
            if (run.Count > 0) yield return run;
            run = [];
        }
        if (run.Count > 0) yield return run;
    }

    private static List<(double, double)> Steps(List<(double X, double Y)> run) =>
        [run[0], .. run.Zip(run.Skip(1)).SelectMany(p => new[] { (p.Second.X, p.First.Y), p.Second })];

    private static bool IsFinite((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y);
}
