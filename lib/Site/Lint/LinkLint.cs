using CnnCourse.Notebooks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CnnCourse.Site;

/// <summary>Links of the prose: files beside the notebook, anchors in it and in others. The web is not asked.</summary>
internal static class LinkLint
{
    public static IEnumerable<(int Cell, string Message)> Check(string file, Notebook notebook)
    {
        var own = Anchors(notebook);
        foreach (var (i, cell) in notebook.Cells.Index().Where(one => one.Item.Kind == CellKind.Markdown))
            foreach (var link in MarkdownRenderer.Parse(cell.Source).Descendants<LinkInline>())
                if (Wrong(link, file, cell, own) is { } wrong)
                    yield return (i + 1, wrong);
    }

    private static string? Wrong(LinkInline link, string file, Cell cell, HashSet<string> own)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (address.Length == 0)
            return $"the link '{MarkdownRenderer.Words(link)}' leads nowhere.";
        if (address.StartsWith("attachment:", StringComparison.Ordinal))
            return cell.Attachments?.ContainsKey(Uri.UnescapeDataString(address[11..])) == true ? null : $"the picture '{address}' is not attached to the cell.";
        if (link.IsImage && MarkdownRenderer.Words(link).Length == 0)
            return $"the picture '{Short(address)}' has no text for readers who cannot see it.";
        if (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal))
            return null;
        var (path, anchor) = address.Split('#', 2) is [var before, var after] ? (before, after) : (address, "");
        if (path.Length == 0)
            return IsFound(anchor, own) ? null : $"the link '#{anchor}' has no heading.";
        var target = Path.GetFullPath(Uri.UnescapeDataString(path), Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(target) && !Directory.Exists(target))
            return $"the link '{address}' leads to no file.";
        return anchor.Length > 0 && target.EndsWith(".ipynb", StringComparison.Ordinal) && !IsFound(anchor, Anchors(Notebook.Load(target)))
            ? $"the link '{address}' has no heading there."
            : null;
    }

    private static bool IsFound(string anchor, HashSet<string> anchors) => anchor.StartsWith("fn", StringComparison.Ordinal) || anchors.Contains(Slugs.Of(Uri.UnescapeDataString(anchor)));

    private static HashSet<string> Anchors(Notebook notebook)
    {
        var slugs = new Slugs();
        return [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => MarkdownRenderer.Parse(cell.Source).Descendants<HeadingBlock>())
            .Select(heading => slugs.Take(MarkdownRenderer.Words(heading.Inline)))];
    }

    private static string Short(string address) => address.Length > 60 ? address[..60] + "..." : address;
}
