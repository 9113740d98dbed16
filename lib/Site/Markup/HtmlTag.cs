namespace CnnCourse.Site;

/// <summary>One tag of a piece of HTML.</summary>
/// <param name="End">Where the text goes on behind it.</param>
internal sealed record HtmlTag(string Name, bool IsEnd, bool ClosesItself, IReadOnlyList<(string Name, string Value)> Attributes, int End)
{
    /// <summary>Reads the tag whose "&lt;" stands at <paramref name="start"/>; null where none starts there. A tag that never ends takes the rest.</summary>
    public static HtmlTag? Read(string html, int start)
    {
        var i = start + 1;
        var isEnd = i < html.Length && html[i] == '/';
        if (isEnd)
            i++;
        if (i >= html.Length || !char.IsAsciiLetter(html[i]))
            return null;
        var name = Until(html, ref i, c => char.IsWhiteSpace(c) || c is '/' or '>').ToLowerInvariant();
        List<(string, string)> attributes = [];
        var closesItself = false;
        while (i < html.Length && html[i] != '>')
        {
            closesItself = html[i] == '/';
            if (closesItself || char.IsWhiteSpace(html[i]))
                i++;
            else
                attributes.Add(ReadAttribute(html, ref i));
        }
        return new HtmlTag(name, isEnd, closesItself, attributes, Math.Min(i + 1, html.Length));
    }

    private static (string, string) ReadAttribute(string html, ref int i)
    {
        var first = i++;
        Until(html, ref i, c => char.IsWhiteSpace(c) || c is '=' or '>' or '/');
        var name = html[first..i].ToLowerInvariant();
        var afterName = i;
        Until(html, ref i, c => !char.IsWhiteSpace(c));
        if (i >= html.Length || html[i] != '=')
        {
            i = afterName;
            return (name, "");
        }
        i++;
        Until(html, ref i, c => !char.IsWhiteSpace(c));
        if (i < html.Length && html[i] is '"' or '\'')
        {
            var quote = html[i++];
            var quoted = Until(html, ref i, c => c == quote);
            i++;
            return (name, Html.Unescape(quoted));
        }
        return (name, Html.Unescape(Until(html, ref i, c => char.IsWhiteSpace(c) || c == '>')));
    }

    private static string Until(string html, ref int i, Func<char, bool> stop)
    {
        var first = i;
        while (i < html.Length && !stop(html[i]))
            i++;
        return html[Math.Min(first, html.Length)..Math.Min(i, html.Length)];
    }
}
