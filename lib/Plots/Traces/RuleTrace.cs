using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>A dashed grey line right across the axes at one value.</summary>
internal sealed record RuleTrace(double At, bool IsVertical, string? Label) : Trace
{
    public override Extent Extent => IsVertical ? new((At, At), null) : new(null, (At, At));

    public override void Write(PlotlyPanel plotly)
    {
        plotly.Rule(At, IsVertical, new JsonObject { ["color"] = Style.Muted.Css, ["width"] = 1.2, ["dash"] = Style.PlotlyDash });
        if (Label is null) return;
        var (x, y) = LabelAt(plotly.Frame);
        plotly.NoteAtPixel(Label, x, y, Style.Small, Style.Muted)["xanchor"] = IsVertical ? "left" : "right";
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
        var area = frame.Area;
        if (IsVertical) canvas.Stroke([(frame.PixelX(At), area.Y), (frame.PixelX(At), area.Bottom)], Style.Muted, 1.2, Style.Dash);
        else canvas.Stroke([(area.X, frame.PixelY(At)), (area.Right, frame.PixelY(At))], Style.Muted, 1.2, Style.Dash);
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        if (Label is null) return;
        var (x, y) = LabelAt(frame);
        canvas.Text(Label, x, y, Style.Small, Style.Muted, IsVertical ? 0 : 1);
    }

    private (double X, double Y) LabelAt(Frame frame) => IsVertical
        ? (frame.PixelX(At) + 4, frame.Area.Y + 8)
        : (frame.Area.Right - 4, frame.PixelY(At) - 9 < frame.Area.Y ? frame.PixelY(At) + 9 : frame.PixelY(At) - 9);
}
