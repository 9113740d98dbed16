using System.Net;

namespace CnnCourse.Site;

/// <summary>Text as it may stand in a page.</summary>
internal static class Html
{
    /// <summary>Escapes for element content and for attributes in double quotes; letters of all alphabets stay as they are.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    public static string Unescape(string text) => WebUtility.HtmlDecode(text);

    /// <summary>JSON that cannot end the script element it stands in.</summary>
    public static string InScript(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);
}
