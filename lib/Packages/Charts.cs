using CnnCourse.Plots;
using DynamicObj;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace CnnCourse.Packages;

/// <summary>Figures as charts of Plotly.NET and XPlot: all three speak plotly.js, so the figure's own JSON is handed over.</summary>
public static class Charts
{
    // XPlot's properties throw when they are read before they are set, and what its plotly.js did not know yet is left out.
    private static readonly JsonSerializer setOnly = JsonSerializer.Create(new JsonSerializerSettings
    {
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        Error = (_, e) => e.ErrorContext.Handled = true,
    });

    /// <summary>A chart of Plotly.NET.</summary>
    public static GenericChart ToGenericChart(this Plots.Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var json = JObject.Parse(figure.ToPlotlyJson());
        var traces = json["data"]!.Select(trace => Fill(new Trace((string?)trace["type"] ?? "scatter"), (JObject)trace)).ToList();
        var layout = Fill(new Layout(), (JObject)json["layout"]!);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(useDefaults: false, traces));
    }

    /// <summary>A chart of XPlot.</summary>
    /// <exception cref="NotSupportedException">The figure holds a kind of trace that XPlot lacks.</exception>
    public static XPlot.Plotly.PlotlyChart ToPlotlyChart(this Plots.Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var json = JObject.Parse(figure.ToPlotlyJson());
        foreach (var title in json.Descendants().OfType<JProperty>().Where(p => p is { Name: "title", Value: JObject }).ToList()) title.Value = title.Value["text"] ?? "";
        var chart = new XPlot.Plotly.PlotlyChart();
        chart.Plot(json["data"]!.Select(XPlotTrace).ToList(), json["layout"]!.ToObject<XPlot.Plotly.Layout.Layout>(setOnly), null);
        chart.WithWidth(figure.Width);
        chart.WithHeight(figure.Height);
        return chart;
    }

    // XPlot has a class for each kind of trace, named after it.
    private static XPlot.Plotly.Trace XPlotTrace(JToken trace)
    {
        var kind = (string?)trace["type"] ?? "scatter";
        var type = typeof(XPlot.Plotly.Trace).Assembly.GetType("XPlot.Plotly." + char.ToUpperInvariant(kind[0]) + kind[1..])
            ?? throw new NotSupportedException($"XPlot.Plotly has no '{kind}' trace; show the figure itself, or use {nameof(ToGenericChart)}.");
        return (XPlot.Plotly.Trace)trace.ToObject(type, setOnly)!;
    }

    private static T Fill<T>(T target, JObject source) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in source) target.SetProperty(name, Value(value));
        return target;
    }

    private static object? Value(JToken? token) => token switch
    {
        JObject o => Fill(new DynamicObj.DynamicObj(), o),
        JArray list => list.Select(Value).ToArray(),
        JValue value => value.Value,
        _ => null,
    };
}
