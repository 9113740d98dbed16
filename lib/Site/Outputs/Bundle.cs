using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>The MIME bundle of an output, with the words that go with it.</summary>
internal sealed partial record Bundle(JsonObject Data, JsonObject Metadata)
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    private static readonly string[] Raster = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static Bundle? Of(Output output) => output switch
    {
        Output.Display shown => new Bundle(shown.Data, shown.Metadata),
        Output.Result result => new Bundle(result.Data, result.Metadata),
        _ => null,
    };

    /// <summary>Some kernels write the chart as text that is JSON.</summary>
    public JsonObject? Chart { get; } = Data[Plotly] as JsonObject ?? Parse(Data[Plotly]);

    /// <summary>The picture's MIME type and bytes in base64.</summary>
    public (string Type, string Base64)? Picture =>
        Raster.Where(Data.ContainsKey).Select(type => (type, Text(type)?.ReplaceLineEndings("") ?? "")).Cast<(string, string)?>().FirstOrDefault();

    public bool IsFigure => Chart is not null || Picture is not null || Data.ContainsKey("image/svg+xml");

    public string? Text(string type) => Data[type] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>What a reader who cannot see the figure is told; null where there is nothing but a type's name.</summary>
    public string? Alt => Said("alt") ?? (Text("text/plain")?.Trim() is { Length: > 0 } plain && !TypeName().IsMatch(plain) ? plain : null);

    /// <summary>From the output's metadata, or as drawn into the figure.</summary>
    public string? Caption => Said("caption") ?? (Chart is { } chart ? ChartCaption.Read(chart) : null) ?? MarkedCaption();

    private static JsonObject? Parse(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue(out string? text) ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Said(string name) =>
        Metadata[name] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private string? MarkedCaption() =>
        Text("text/html") is { } html && FigCaption().Match(html) is { Success: true } found ? Html.Unescape(found.Groups[1].Value).Trim() : null;

    [GeneratedRegex(@"^[\w.]+(?:\+\w+)?(?:`\d+)?$")]
    private static partial Regex TypeName();

    [GeneratedRegex("<figcaption[^>]*>([^<]+)</figcaption>")]
    private static partial Regex FigCaption();
}
