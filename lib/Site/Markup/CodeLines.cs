using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CnnCourse.Site;

/// <summary>Puts each line of coloured code into an element of its own, so that a line too long for the page is broken and its rest stands further in than its beginning.</summary>
internal static partial class CodeLines
{
    private const int IndentWidth = 4, DeepestIndent = 4;   // site.css knows the classes i0 to i4

    public static string Of(string html)
    {
        var text = new StringBuilder();
        var lines = html.Split('\n');
        var color = "";   // a span that began on an earlier line
        foreach (var (k, line) in lines.Index())
        {
            var indent = Math.Min((line.Length - line.TrimStart(' ').Length) / IndentWidth, DeepestIndent);
            text.Append(CultureInfo.InvariantCulture, $"<span class=\"line i{indent}\">").Append(color).Append(line);
            foreach (Match tag in Span().Matches(line)) color = tag.Value == "</span>" ? "" : tag.Value;
            text.Append(color.Length > 0 ? "</span>" : "").Append(k < lines.Length - 1 ? "\n</span>" : "</span>");
        }
        return text.ToString();
    }

    [GeneratedRegex("<span [^>]*>|</span>")]
    private static partial Regex Span();
}
