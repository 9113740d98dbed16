using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <param name="Group">The points.</param>
/// <param name="Largest">The size that is drawn as the largest bubble, the same for all groups of a figure.</param>
internal sealed record PointTrace(PointGroup Group, Rgb Color, double Largest) : Trace
{
    private const double Dot = 8, Bubble = 44, Opacity = 0.75;

    public override Extent Extent => new(Plots.Extent.Of(Group.X), Plots.Extent.Of(Group.Y));

    public override bool? IsAtWholeX => false;

    public override IEnumerable<LegendEntry> Legend => Group.Name.Length == 0 ? [] : [new(Group.Name, Color, LegendMark.Dot)];

    public override void Write(PlotlyPanel plotly)
    {
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = Group.Labels is null ? "markers" : "markers+text",
            ["name"] = Json.Text(Group.Name),
            ["x"] = Json.Numbers(Group.X),
            ["y"] = Json.Numbers(Group.Y),
            ["marker"] = new JsonObject
            {
                ["color"] = Color.Css,
                ["opacity"] = Opacity,
                ["size"] = Json.Numbers(Enumerable.Range(0, Group.X.Count).Select(Diameter)),
                ["line"] = new JsonObject { ["width"] = 1, ["color"] = Rgb.White.Css },
            },
            ["showlegend"] = plotly.HasLegend && Group.Name.Length > 0,
            ["legendgroup"] = Json.Text(Group.Name),
        };
        if (Group.Labels is { } labels)
        {
            var places = LabelPlaces.Of(plotly.Frame, this);
            trace["text"] = Json.Texts(labels);
            trace["textposition"] = new JsonArray([.. Enumerable.Range(0, Group.X.Count).Select(i => (JsonNode)(places.TryGetValue(i, out var place) ? place.Name : "middle right"))]);
            trace["textfont"] = new JsonObject { ["size"] = Style.Small, ["color"] = Style.Ink.Css };
            trace["cliponaxis"] = false;
        }
        plotly.Add(trace);
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        foreach (var i in Visible(frame))
        {
            var (x, y) = (frame.PixelX(Group.X[i]), frame.PixelY(Group.Y[i]));
            canvas.Circle(x, y, Diameter(i) / 2 + 0.5, Rgb.White, Opacity);
            canvas.Circle(x, y, Diameter(i) / 2 - 0.5, Color, Opacity);
        }
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        if (Group.Labels is null) return;
        foreach (var (i, place) in LabelPlaces.Of(frame, this))
            canvas.Text(Group.Labels[i], place.Rect.CenterX, place.Rect.CenterY, Style.Small, Style.Ink, 0.5);
    }

    /// <summary>The square around every point that can be seen, with its label.</summary>
    public IEnumerable<(int Index, Rect Mark, string? Text)> Marks(Frame frame) =>
        Visible(frame).Select(i => (i, Mark(i, frame), Group.Labels?[i]));

    private Rect Mark(int i, Frame frame)
    {
        var size = Diameter(i);
        return new(frame.PixelX(Group.X[i]) - size / 2, frame.PixelY(Group.Y[i]) - size / 2, size, size);
    }

    private double Diameter(int i) => Group.Sizes is { } sizes ? Math.Max(5, Bubble * Math.Sqrt(sizes[i] / Largest)) : Dot;

    private IEnumerable<int> Visible(Frame frame) => Enumerable.Range(0, Group.X.Count)
        .Where(i => double.IsFinite(frame.PixelX(Group.X[i])) && double.IsFinite(frame.PixelY(Group.Y[i])));
}
