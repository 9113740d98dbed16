using System.Text.Json.Nodes;

namespace CnnCourse.Site;

/// <summary>
/// The caption drawn beneath a chart: the annotation that hangs from the lower left corner of the plots.
/// A page sets it as text instead, so that it wraps on a phone and can be read aloud.
/// </summary>
internal static class ChartCaption
{
    private const double Rest = 4;

    public static string? Read(JsonObject chart) => Find(chart) is { } note ? Words(note) : null;

    /// <summary>A copy without its caption, and lower by it.</summary>
    public static JsonObject Lift(JsonObject chart)
    {
        var copy = (JsonObject)chart.DeepClone();
        if (Find(copy) is not { } note || copy["layout"] is not JsonObject layout)
            return copy;
        note.Parent!.AsArray().Remove(note);
        if (layout["margin"] is JsonObject margin && Number(margin["b"]) is { } bottom && Number(layout["height"]) is { } height && Number(note["yshift"]) is { } shift)
        {
            var kept = Math.Clamp(-shift + Rest, 0, bottom);
            margin["b"] = kept;
            layout["height"] = height - (bottom - kept);
        }
        return copy;
    }

    public static double? Number(JsonNode? node) => node is JsonValue value && double.TryParse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonObject? Find(JsonObject chart) => (chart["layout"]?["annotations"] as JsonArray)?.OfType<JsonObject>().LastOrDefault(note =>
        Is(note, "xref", "paper") && Is(note, "yref", "paper") && Is(note, "yanchor", "top") && Number(note["x"]) == 0 && Number(note["y"]) == 0);

    private static bool Is(JsonObject note, string name, string value) => note[name] is JsonValue found && found.TryGetValue(out string? text) && text == value;

    private static string Words(JsonObject note) => Html.Unescape((note["text"]?.ToString() ?? "").Replace("<br>", " ", StringComparison.Ordinal));
}
