using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>What cells have shown, as HTML. Nothing of it can run: charts are data, markup is sanitised, the rest is text.</summary>
/// <param name="markdown">Renders outputs that are markdown themselves.</param>
internal sealed partial class OutputRenderer(Func<string, string> markdown)
{
    /// <summary>Pages with charts load plotly.js.</summary>
    public bool HasCharts { get; private set; }

    public string Render(IEnumerable<Output> outputs) => string.Concat(outputs.Select(Render));

    private string Render(Output output) => output switch
    {
        Output.Stream stream => $"<pre class=\"output{(stream.Name == "stderr" ? " stderr" : "")}\">{Html.Escape(Printed(stream.Text))}</pre>\n",
        Output.Error error => $"<pre class=\"output error\">{Html.Escape(Printed(error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : $"{error.Name}: {error.Message}"))}</pre>\n",
        _ => Render(Bundle.Of(output)!),
    };

    private string Render(Bundle bundle)
    {
        if (bundle.Chart is { } chart)
            return Chart(bundle, chart);
        if (bundle.Text("text/html") is { } html)
            return $"<div class=\"output markup\">{Wide(Sanitizer.Clean(html))}</div>\n";
        if (bundle.Text("image/svg+xml") is { } svg)
            return Figure(bundle, $"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg))}\" alt=\"{Html.Escape(bundle.Alt ?? "")}\">");
        if (bundle.Picture is not null)
            return Figure(bundle, Picture(bundle));
        if (bundle.Text("text/markdown") is { } text)
            return $"<div class=\"output markup\">{markdown(text)}</div>\n";
        if (bundle.Text("text/latex") is { } latex)
            return $"<div class=\"output math display\">{Html.Escape(latex.Trim().Trim('$').Trim())}</div>\n";
        if (bundle.Text("text/plain") is { } plain)
            return $"<pre class=\"output\">{Html.Escape(Printed(plain))}</pre>\n";
        return bundle.Data.FirstOrDefault().Value is JsonNode other ? $"<pre class=\"output\">{Html.Escape(other.ToString())}</pre>\n" : "";
    }

    // The script draws the chart into the frame; without scripts the picture, which has the caption in it, stands in.
    private string Chart(Bundle bundle, JsonObject chart)
    {
        HasCharts = true;
        var lifted = ChartCaption.Lift(chart);
        var (width, height) = (ChartCaption.Number(lifted["layout"]?["width"]) ?? 700, ChartCaption.Number(lifted["layout"]?["height"]) ?? 450);
        var alt = Html.Escape(bundle.Alt ?? "Chart");
        var fallback = bundle.Picture is null ? "" : $"<noscript>{Picture(bundle)}</noscript>";
        return $"""
            <figure class="chart"><div class="frame" tabindex="0" role="img" aria-label="{alt}" style="{FormattableString.Invariant($"--w:{width:0.#};--h:{height:0.#}")}"><script type="application/json">{Html.InScript(lifted.ToJsonString())}</script>{fallback}</div>{Caption(bundle)}</figure>

            """;
    }

    private static string Picture(Bundle bundle)
    {
        var (type, base64) = bundle.Picture!.Value;
        var size = type == "image/png" && PngSize.Read(base64) is var (width, height) ? $" width=\"{width}\" height=\"{height}\"" : "";
        return $"<img src=\"data:{type};base64,{Html.Escape(base64)}\" alt=\"{Html.Escape(bundle.Alt ?? "")}\"{size}>";
    }

    private static string Figure(Bundle bundle, string picture) => $"<figure>{picture}{Caption(bundle)}</figure>\n";

    private static string Caption(Bundle bundle) => bundle.Caption is { } caption ? $"<figcaption>{Html.Escape(caption)}</figcaption>" : "";

    private static string Wide(string html) => html.Contains("<table", StringComparison.Ordinal) ? $"<div class=\"wide\">{html}</div>" : html;

    /// <summary>Without terminal colours, and with what a carriage return wrote over left out.</summary>
    private static string Printed(string text) => string.Join('\n', TerminalCode().Replace(text, "").ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.TrimEnd('\r') is var kept && kept.LastIndexOf('\r') is var at and >= 0 ? kept[(at + 1)..] : kept));

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalCode();
}
