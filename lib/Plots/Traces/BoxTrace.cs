using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <param name="Within">The picture's place on the axes, which labels do not leave; null is the whole panel.</param>
internal sealed record BoxTrace(IReadOnlyList<Box> Boxes, Rect? Within = null) : Trace
{
    private const double LineWidth = 2;

    public override void Write(PlotlyPanel plotly)
    {
        foreach (var (box, color) in Colored())
        {
            plotly.Add(new()
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = Json.Numbers([box.X1, box.X2, box.X2, box.X1, box.X1]),
                ["y"] = Json.Numbers([box.Y1, box.Y1, box.Y2, box.Y2, box.Y1]),
                ["line"] = new JsonObject { ["color"] = color.Css, ["width"] = LineWidth, ["dash"] = box.IsDashed ? Style.PlotlyDash : "solid" },
                ["name"] = Json.Text(box.Label ?? ""),
                ["hoverinfo"] = box.Label is null ? "skip" : "name",
                ["showlegend"] = false,
            });
            if (LabelAt(box, plotly.Frame) is not { } at) continue;
            var note = plotly.Note(box.Label!, box.X1, box.Y1, Style.Small, color.Ink);
            note["bgcolor"] = color.Css;
            note["borderpad"] = 1;
            note["xanchor"] = "left";
            note["yanchor"] = "middle";
            note["xshift"] = Json.Number(at.X - plotly.Frame.PixelX(box.X1));
            note["yshift"] = Json.Number(plotly.Frame.PixelY(box.Y1) - at.CenterY);
        }
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        foreach (var (box, color) in Colored())
        {
            var rect = frame.Pixels(box.X1, box.Y1, box.X2 - box.X1, box.Y2 - box.Y1);
            canvas.Stroke([(rect.X, rect.Y), (rect.Right, rect.Y), (rect.Right, rect.Bottom), (rect.X, rect.Bottom), (rect.X, rect.Y)], color, LineWidth, box.IsDashed ? Style.Dash : []);
        }
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        foreach (var (box, color) in Colored())
        {
            if (LabelAt(box, frame) is not { } at) continue;
            canvas.Fill(at, color);
            canvas.Text(box.Label!, at.X + 2, at.CenterY, Style.Small, color.Ink, 0);
        }
    }

    /// <summary>Above the box; inside it where the picture's edge leaves no room.</summary>
    private Rect? LabelAt(Box box, Frame frame)
    {
        if (string.IsNullOrEmpty(box.Label)) return null;
        var rect = frame.Pixels(box.X1, box.Y1, box.X2 - box.X1, box.Y2 - box.Y1);
        var (width, height) = (TextMetrics.Width(box.Label, Style.Small) + 4, Style.Small + 4);
        var room = Within is { } w ? frame.Pixels(w.X, w.Y, w.Width, w.Height) : frame.Area;
        var y = rect.Y - height >= room.Y ? rect.Y - height - 1 : rect.Y + 1;
        return new(Math.Max(room.X, Math.Min(rect.X - 1, room.Right - width)), y, width, height);
    }

    private IEnumerable<(Box Box, Rgb Color)> Colored()
    {
        // "cat 0.93" and "cat 0.41" are one class: the colour goes by the words before the number.
        string[] names = [.. Boxes.Select(b => b.Label is null ? "" : b.Label.TrimEnd("0123456789.,% ".ToCharArray()))];
        string[] distinct = [.. names.Distinct()];
        return Boxes.Select((box, i) => (box, box.Color ?? Palette.At(Array.IndexOf(distinct, names[i]))));
    }
}
