using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

internal static class PlotlyAxis
{
    public static JsonObject X(Frame frame, PlotlyPage page, PlotlyPanel panel)
    {
        var axis = Base(frame.Panel.X, frame.X, frame.XTicks, page.PaperX(frame.Area.X), page.PaperX(frame.Area.Right));
        axis["anchor"] = panel.YAxis.Replace("axis", "");
        if (frame.Panel.X.IsVisible) axis["tickangle"] = frame.HasUprightNames ? -90 : 0;
        return axis;
    }

    public static JsonObject Y(Frame frame, PlotlyPage page, PlotlyPanel panel)
    {
        var axis = Base(frame.Panel.Y, frame.Y, frame.YTicks, page.PaperY(frame.Area.Bottom), page.PaperY(frame.Area.Y));
        axis["anchor"] = panel.XAxis.Replace("axis", "");
        if (frame.Panel.IsEqual)
        {
            axis["scaleanchor"] = panel.XAxis.Replace("axis", "");
            axis["constrain"] = "domain";
        }
        return axis;
    }

    private static JsonObject Base(Axis axis, AxisRange range, IReadOnlyList<Tick> ticks, double from, double to)
    {
        var (low, high) = range.IsLog ? (Math.Log10(range.Low), Math.Log10(range.High)) : (range.Low, range.High);
        var json = new JsonObject
        {
            ["domain"] = Json.Numbers([Math.Clamp(from, 0, 1), Math.Clamp(to, 0, 1)]),
            ["range"] = Json.Numbers(axis.IsReversed ? [high, low] : [low, high]),
            ["type"] = range.IsLog ? "log" : "linear",
            ["visible"] = axis.IsVisible,
        };
        if (!axis.IsVisible) return json;
        json["title"] = new JsonObject { ["text"] = Json.Escape(axis.Label ?? ""), ["standoff"] = 6, ["font"] = new JsonObject { ["size"] = Style.Text } };
        json["tickfont"] = new JsonObject { ["size"] = Style.Small };
        json["showgrid"] = axis.HasGrid;
        if (axis.HasGrid) json["gridcolor"] = Style.Grid.Css;
        json["zeroline"] = false;
        json["showline"] = true;
        json["linecolor"] = Style.AxisLine.Css;
        json["ticks"] = "outside";
        json["ticklen"] = 4;
        json["tickcolor"] = Style.AxisLine.Css;
        // Numbers on a linear axis are left to plotly, which makes finer ones when the reader zooms in.
        if (range.IsLog || axis.Categories is not null)
        {
            json["tickvals"] = Json.Numbers(ticks.Select(t => t.Value));
            json["ticktext"] = Json.Texts(ticks.Select(t => t.Text));
        }
        else
        {
            // plotly takes the smallest round step not below range / nticks: this makes it ours.
            json["nticks"] = ticks.Count < 2 ? 2 : (int)((high - low) / (ticks[1].Value - ticks[0].Value)) + 1;
            json["exponentformat"] = Math.Max(Math.Abs(low), Math.Abs(high)) < 1 ? "e" : "SI";
        }
        return json;
    }
}
