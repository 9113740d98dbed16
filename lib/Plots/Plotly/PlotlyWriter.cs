using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>A figure as plotly.js JSON, laid out as the static picture is.</summary>
internal static class PlotlyWriter
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Figure figure)
    {
        var layout = FigureLayout.Of(figure);
        var page = PlotlyPage.Around(layout.Frames);
        var body = Body(layout, page);
        foreach (var (index, frame) in layout.Frames.Index())
        {
            var panel = new PlotlyPanel(page, frame, index);
            foreach (var trace in frame.Panel.Traces) trace.Write(panel);
            body[panel.XAxis] = PlotlyAxis.X(frame, page, panel);
            body[panel.YAxis] = PlotlyAxis.Y(frame, page, panel);
            if (frame.Legend.Count > 0) body[panel.Legend] = Legend(frame, page);
            if (frame.Panel.Title is { } title)
                panel.NoteAtPixel(title, frame.Area.CenterX, frame.Area.Y - 6, Style.PanelTitle, Style.Ink)["yanchor"] = "bottom";
        }
        if (layout.Frames.Any(f => f.Panel.Traces.Any(t => t is BarTrace))) body["barmode"] = "overlay";
        AddWords(layout, page);
        body["annotations"] = page.Annotations;
        body["shapes"] = page.Shapes;
        return new JsonObject
        {
            ["data"] = page.Data,
            ["layout"] = body,
            ["config"] = new JsonObject { ["displaylogo"] = false, ["responsive"] = false },
        }.ToJsonString(Compact);
    }

    private static JsonObject Body(FigureLayout layout, PlotlyPage page)
    {
        return new()
        {
            ["width"] = layout.Width,
            ["height"] = layout.Height,
            ["margin"] = new JsonObject
            {
                ["l"] = Json.Number(page.Plots.X),
                ["t"] = Json.Number(page.Plots.Y),
                ["r"] = Json.Number(layout.Width - page.Plots.Right),
                ["b"] = Json.Number(layout.Height - page.Plots.Bottom),
                ["autoexpand"] = false,
            },
            ["font"] = new JsonObject { ["family"] = Style.FontFamily, ["size"] = Style.Text, ["color"] = Style.Ink.Css },
            ["paper_bgcolor"] = "white",
            ["plot_bgcolor"] = "white",
            ["hovermode"] = "closest",
            ["showlegend"] = layout.Frames.Any(f => f.Legend.Count > 0),
        };
    }

    private static JsonObject Legend(Frame frame, PlotlyPage page) => new()
    {
        ["x"] = Json.Number(page.PaperX(frame.Area.Right + 6)),
        ["xanchor"] = "left",
        ["y"] = Json.Number(page.PaperY(frame.Area.Y)),
        ["yanchor"] = "top",
        ["font"] = new JsonObject { ["size"] = Style.Small },
        ["bgcolor"] = "rgba(255,255,255,0)",
        ["tracegroupgap"] = 0,
    };

    // The title is an annotation too: plotly's own is misplaced when it has two lines.
    private static void AddWords(FigureLayout layout, PlotlyPage page)
    {
        if (layout.Title.Count > 0)
            Add($"<b>{Json.Lines(layout.Title)}</b>", Style.Title, Style.Ink, 1, page.Plots.Y - Style.Edge + Style.Title * (Style.LineHeight - 1) / 2);
        if (layout.Caption.Count > 0)
            Add(Json.Lines(layout.Caption), Style.Caption, Style.Muted, 0, page.Plots.Bottom - layout.CaptionTop);

        void Add(string text, double size, Rgb color, double y, double up) => page.Annotations.Add((JsonNode)new JsonObject
        {
            ["text"] = text,
            ["showarrow"] = false,
            ["align"] = "left",
            ["font"] = new JsonObject { ["size"] = size, ["color"] = color.Css },
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = 0,
            ["xanchor"] = "left",
            ["xshift"] = Json.Number(Style.Edge - page.Plots.X),
            ["y"] = y,
            ["yanchor"] = "top",
            ["yshift"] = Json.Number(up),
            ["borderpad"] = 0,
        });
    }
}
