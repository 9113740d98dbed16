using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>Where a trace writes itself: it knows which axes, legend and part of the page belong to its panel.</summary>
internal sealed class PlotlyPanel(PlotlyPage page, Frame frame, int index)
{
    private readonly string suffix = index == 0 ? "" : $"{index + 1}";

    public Frame Frame => frame;
    public bool HasLegend => frame.Legend.Count > 0;
    public string XAxis => "xaxis" + suffix;
    public string YAxis => "yaxis" + suffix;
    public string Legend => "legend" + suffix;

    public void Add(JsonObject trace)
    {
        trace["xaxis"] = "x" + suffix;
        trace["yaxis"] = "y" + suffix;
        if (index > 0 && HasLegend) trace["legend"] = Legend;
        page.Data.Add((JsonNode)trace);
    }

    /// <summary>Words centred at a point of the axes.</summary>
    public JsonObject Note(string text, double x, double y, double size, Rgb color)
    {
        var note = Annotation(text, size, color);
        note["xref"] = "x" + suffix;
        note["yref"] = "y" + suffix;
        note["x"] = Json.Number(frame.X.IsLog ? Math.Log10(x) : x);
        note["y"] = Json.Number(frame.Y.IsLog ? Math.Log10(y) : y);
        return note;
    }

    /// <summary>Words centred at a point of the page.</summary>
    public JsonObject NoteAtPixel(string text, double x, double y, double size, Rgb color)
    {
        var note = Annotation(text, size, color);
        note["xref"] = "paper";
        note["yref"] = "paper";
        note["x"] = Json.Number(page.PaperX(x));
        note["y"] = Json.Number(page.PaperY(y));
        return note;
    }

    public void Rule(double at, bool isVertical, JsonObject line)
    {
        var (own, other) = isVertical ? ("x", "y") : ("y", "x");
        page.Shapes.Add((JsonNode)new JsonObject
        {
            ["type"] = "line",
            [own + "ref"] = own + suffix,
            [other + "ref"] = other + suffix + " domain",
            [own + "0"] = Json.Number(at),
            [own + "1"] = Json.Number(at),
            [other + "0"] = 0,
            [other + "1"] = 1,
            ["line"] = line,
        });
    }

    public JsonObject ColorBar(ColorBar bar) => new()
    {
        ["x"] = Json.Number(page.PaperX(frame.Area.Right + Plots.ColorBar.Gap)),
        ["xanchor"] = "left",
        ["xpad"] = 0,
        ["y"] = Json.Number(page.PaperY(frame.Area.CenterY)),
        ["yanchor"] = "middle",
        ["ypad"] = 0,
        ["len"] = Json.Number(frame.Area.Height / page.Plots.Height),
        ["thickness"] = Plots.ColorBar.Thickness,
        ["outlinewidth"] = 0,
        ["tickvals"] = Json.Numbers(bar.Ticks.Select(t => t.Value)),
        ["ticktext"] = Json.Texts(bar.Ticks.Select(t => t.Text)),
        ["tickfont"] = new JsonObject { ["size"] = Style.Small },
        ["title"] = new JsonObject { ["text"] = Json.Escape(bar.Label ?? ""), ["side"] = "right", ["font"] = new JsonObject { ["size"] = Style.Text } },
    };

    private JsonObject Annotation(string text, double size, Rgb color)
    {
        var note = new JsonObject
        {
            ["text"] = Json.Text(text),
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = Json.Number(size), ["color"] = color.Css },
            ["borderpad"] = 0,
            ["xanchor"] = "center",
            ["yanchor"] = "middle",
        };
        page.Annotations.Add((JsonNode)note);
        return note;
    }
}
