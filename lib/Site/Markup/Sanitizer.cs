using System.Text;

namespace CnnCourse.Site;

/// <summary>
/// HTML from cells and from markdown, rewritten from a list of what is allowed: every tag and attribute that comes out
/// was written here, all text is escaped again, and all elements are closed. Nothing in the result runs or loads from elsewhere.
/// </summary>
/// <param name="isProse">Markdown keeps its anchors and the pictures beside it; outputs, which could pose as a part of the page, do not.</param>
internal sealed class Sanitizer(bool isProse = false)
{
    private readonly StringBuilder clean = new();
    private readonly Stack<string> open = new();

    public static string Clean(string html, bool isProse = false) => new Sanitizer(isProse).Rewrite(html);

    private string Rewrite(string html)
    {
        for (var i = 0; i < html.Length;)
        {
            if (html[i] != '<')
            {
                var next = html.IndexOf('<', i) is var found and >= 0 ? found : html.Length;
                clean.Append(Html.Escape(Html.Unescape(html[i..next])));
                i = next;
            }
            else if (html.AsSpan(i).StartsWith("<!--"))
                i = After(html, "-->", i + 4);
            else if (HtmlTag.Read(html, i) is { } tag)
                i = Take(tag, html);
            else if (i + 1 < html.Length && html[i + 1] is '!' or '?' or '/')
                i = After(html, ">", i + 1);
            else
            {
                clean.Append("&lt;");
                i++;
            }
        }
        while (open.TryPop(out var name))
            clean.Append("</").Append(name).Append('>');
        return clean.ToString();
    }

    private int Take(HtmlTag tag, string html)
    {
        if (HtmlTags.Dropped.Contains(tag.Name))
            return tag.IsEnd || tag.ClosesItself ? tag.End : AfterElement(html, tag);
        if (!HtmlTags.Allowed.Contains(tag.Name))
            return tag.End;
        if (tag.IsEnd)
            Close(tag.Name);
        else
            Open(tag);
        return tag.End;
    }

    private void Open(HtmlTag tag)
    {
        if (tag.Name is "li" or "tr" or "td" or "th" or "p" && open.TryPeek(out var last) && last == tag.Name)
            Close(tag.Name);   // their end tags may be left out
        var attributes = tag.Attributes.DistinctBy(one => one.Name)
            .Select(one => (one.Name, Value: SafeAttribute.Check(tag.Name, one.Name, one.Value, isProse)))
            .Where(one => one.Value is not null).ToArray();
        if (tag.Name == "img" && !attributes.Any(one => one.Name == "src"))
            return;
        clean.Append('<').Append(tag.Name);
        foreach (var (name, value) in attributes)
            clean.Append(' ').Append(name).Append("=\"").Append(Html.Escape(value!)).Append('"');
        clean.Append('>');
        if (HtmlTags.Void.Contains(tag.Name))
            return;
        if (tag.ClosesItself)
            clean.Append("</").Append(tag.Name).Append('>');
        else
            open.Push(tag.Name);
    }

    private void Close(string name)
    {
        if (!open.Contains(name))
            return;
        string closed;
        do
        {
            closed = open.Pop();
            clean.Append("</").Append(closed).Append('>');
        }
        while (closed != name);
    }

    private static int AfterElement(string html, HtmlTag tag)
    {
        for (var i = tag.End; (i = html.IndexOf("</", i, StringComparison.Ordinal)) >= 0; i += 2)
            if (HtmlTag.Read(html, i) is { IsEnd: true } end && end.Name == tag.Name)
                return end.End;
        return html.Length;
    }

    private static int After(string html, string mark, int from) =>
        html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.Ordinal) is var found and >= 0 ? found + mark.Length : html.Length;
}
