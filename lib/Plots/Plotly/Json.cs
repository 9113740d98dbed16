using System.Globalization;
using System.Text.Json.Nodes;

namespace CnnCourse.Plots;

/// <summary>Values as plotly reads them: six significant digits, null for a gap, no markup in words.</summary>
internal static class Json
{
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Rounded(value)) : null;

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    public static JsonNode Text(string text) => JsonValue.Create(Escape(text));

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(Text)]);

    public static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Escape));

    /// <summary>plotly reads a subset of HTML in every text.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static double Rounded(double value) => value == Math.Round(value) && Math.Abs(value) < 1e15
        ? value + 0.0
        : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
