using System.Globalization;
using System.Net;
using CnnCourse.Arithmetic;
using CnnCourse.Exercises;
using CnnCourse.Plots;
using CnnCourse.Training;
using Microsoft.DotNet.Interactive.Formatting;
using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>How the course's values look in a notebook.</summary>
public static class NotebookExtension
{
    private const string Plain = "text/plain", Html = "text/html", Png = "image/png", Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Registers the formatters; a session calls it once when it starts.</summary>
    public static void Register()
    {
        Register<Figure>(Plain, figure => figure.Alt);
        Register<Figure>(Plotly, figure => figure.ToPlotlyJson());
        if (StaticImage.IsAvailable) Register<Figure>(Png, figure => Convert.ToBase64String(figure.ToPng()));
        Prefer<Figure>(StaticImage.IsAvailable ? [Plotly, Png, Plain] : [Plotly, Plain]);

        Register<Tensor>(Plain, TensorText.Of);
        Register<Tensor>(Html, tensor => TensorPicture.Html(tensor) ?? $"<pre>{WebUtility.HtmlEncode(TensorText.Of(tensor))}</pre>");
        Prefer<Tensor>(Html, Plain);

        Register<LayerTable>(Plain, table => table.ToText());
        Register<LayerTable>(Html, table => table.ToHtml());
        Prefer<LayerTable>(Html, Plain);

        Register<nn.Module>(Plain, ModuleText.Of);
        Prefer<nn.Module>(Plain);

        Register<History>(Plain, history => history.ToString());
        Register<History>(Html, HistoryHtml);
        Prefer<History>(Html, Plain);

        Register<EpochReport>(Plain, report => report.ToString());
        Prefer<EpochReport>(Plain);

        Register<Exercise>(Plain, exercise => exercise.ToString());
        Prefer<Exercise>(Plain);

        Register<Verdict>(Plain, verdict => verdict.ToString());
        Register<Verdict>(Html, verdict =>
            $"<div class=\"course-verdict\"><b style=\"color:{(verdict.IsRight ? "#1a7f37" : "#b35900")}\">{(verdict.IsRight ? "✓" : "✗")}</b> {WebUtility.HtmlEncode(verdict.Message)}</div>");
        Prefer<Verdict>(Html, Plain);
    }

    private static void Register<T>(string mimeType, Func<T, string> write) =>
        Formatter.Register<T>((value, writer) => writer.Write(write(value)), mimeType);

    private static void Prefer<T>(params string[] mimeTypes) => Formatter.SetPreferredMimeTypesFor(typeof(T), mimeTypes);

    private static string HistoryHtml(History history)
    {
        var rows = history.Select(e => string.Create(CultureInfo.InvariantCulture,
            $"<tr><td>{e.Epoch}</td><td>{e.Loss:0.0000}</td><td>{e.TrainAccuracy:0.00%}</td><td>{e.TestAccuracy:0.00%}</td></tr>"));
        return "<table class=\"course-history\"><thead><tr><th>epoch</th><th>training loss</th><th>train accuracy</th><th>test accuracy</th></tr></thead><tbody>"
            + string.Concat(rows) + "</tbody></table>";
    }
}
