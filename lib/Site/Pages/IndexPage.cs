using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CnnCourse.Site;

/// <summary>The first page: the syllabus, its rows linked to the notebooks that are there.</summary>
internal static class IndexPage
{
    public static Page Render(SiteOptions options, IReadOnlyList<Page> pages, Func<string, string?> links)
    {
        var markdown = options.IndexFile is { } file ? File.ReadAllText(file) : $"# {options.Title}\n";
        var missing = pages.ToList();
        var rendered = new MarkdownRenderer(new Slugs(), address => pages.Any(page => page.File == address) ? address : links(address)).Render(markdown, "index", document => Link(document, missing));
        var rest = missing.Count == 0 ? "" : "<ul class=\"pages\">\n" + string.Concat(missing.Select(page =>
            $"<li><a href=\"{Html.Escape(page.File)}\">{Html.Escape(page.Title)}</a></li>\n")) + "</ul>\n";
        var title = rendered.Headings.FirstOrDefault(heading => heading.Level == 1)?.Text ?? options.Title;
        return new Page("index", title, rendered.Html.Replace("<table", "<table class=\"syllabus\"", StringComparison.Ordinal) + rest, rendered.Headings, [new Passage("", title, rendered.Text)]);
    }

    private static void Link(MarkdownDocument document, List<Page> missing)
    {
        foreach (var row in document.Descendants<TableRow>())
        {
            if (row.Count < 2 || missing.Find(page => page.Number.Length > 0 && page.Number == MarkdownRenderer.Words(row[0])) is not { } page)
                continue;
            if (((TableCell)row[1]).Descendants<ParagraphBlock>().FirstOrDefault()?.Inline is not { } words || words.Descendants<LinkInline>().Any())
                continue;
            var link = new LinkInline(page.File, "");
            words.EmbraceChildrenBy(link);
            link.GetDynamicUrl = () => page.File;
            missing.Remove(page);
        }
    }
}
