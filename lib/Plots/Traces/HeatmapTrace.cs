using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <param name="Values">[rows, columns]; row r is centred at y = r, column c at x = c. NaN is a gap.</param>
internal sealed record HeatmapTrace(double[,] Values, ColorMap Map, double Low, double High) : Trace
{
    public string[,]? Texts { get; init; }
    public string? ScaleLabel { get; init; }
    public bool HasScale { get; init; } = true;

    private int Rows => Values.GetLength(0);
    private int Columns => Values.GetLength(1);

    public override Extent Extent => new((-0.5, Columns - 0.5), (-0.5, Rows - 0.5));

    public override ColorBar? ColorBar => HasScale ? new(Map, Low, High, ScaleLabel) : null;

    public override void Write(PlotlyPanel plotly)
    {
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = new JsonArray([.. Enumerable.Range(0, Rows).Select(r => (JsonNode)Json.Numbers(Enumerable.Range(0, Columns).Select(c => Values[r, c])))]),
            ["x0"] = 0,
            ["dx"] = 1,
            ["y0"] = 0,
            ["dy"] = 1,
            ["zmin"] = Json.Number(Low),
            ["zmax"] = Json.Number(High),
            ["zauto"] = false,
            ["colorscale"] = new JsonArray([.. Map.Stops.Select(s => (JsonNode)new JsonArray(Json.Number(s.Position), s.Color.Css))]),
            ["hoverongaps"] = false,
            ["showscale"] = HasScale,
        };
        if (HasScale) trace["colorbar"] = plotly.ColorBar(ColorBar!);
        if (Texts is not null)
        {
            trace["text"] = new JsonArray([.. Enumerable.Range(0, Rows).Select(r => (JsonNode)Json.Texts(Enumerable.Range(0, Columns).Select(c => Texts[r, c])))]);
            trace["texttemplate"] = "%{text}";
            trace["textfont"] = new JsonObject { ["size"] = Json.Number(TextSize(plotly.Frame)) };
        }
        plotly.Add(trace);
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        var size = TextSize(frame);
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Columns; c++)
            {
                if (!double.IsFinite(Values[r, c])) continue;
                var cell = frame.Pixels(c - 0.5, r - 0.5, 1, 1);
                var color = Map.At(Values[r, c], Low, High);
                canvas.FillCell(cell, color);
                if (Texts is not null) canvas.Text(Texts[r, c], cell.CenterX, cell.CenterY, size, color.Ink, 0.5);
            }
    }

    /// <summary>As large as the widest text allows, between 7 and 12 pixels.</summary>
    private double TextSize(Frame frame)
    {
        var cell = frame.Pixels(0, 0, 1, 1);
        var widest = Texts is null ? 1 : TextMetrics.Widest(Texts.Cast<string>(), 1);
        return Math.Round(Math.Clamp(Math.Min((cell.Width - 4) / Math.Max(widest, 0.1), cell.Height * 0.6), 7, Style.Text), 1);
    }
}
