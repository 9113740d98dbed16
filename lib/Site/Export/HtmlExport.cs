using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>A notebook as one HTML file that needs nothing beside it.</summary>
public static class HtmlExport
{
    public static string Render(string notebookFile)
    {
        var links = new SiteLinks([], null);
        var page = NotebookPage.Render(Notebook.Load(notebookFile), Path.GetFileNameWithoutExtension(notebookFile),
            address => links.Resolve(address, notebookFile) is { } kept && (kept.Contains(':') || kept.StartsWith('#')) ? kept : null);
        string[] styles = ["fonts.css", .. page.HasMath ? (string[])["katex/katex.css"] : [], "site.css"];
        string[] scripts = [.. page.HasMath ? (string[])["katex/katex.js"] : [], .. page.HasCharts ? (string[])["plotly.js", "charts.js"] : [], "page.js"];
        const string Header = "<header class=\"top\"><span class=\"home\"></span><button id=\"theme\" type=\"button\" aria-label=\"Dark colours\" aria-pressed=\"false\"></button></header>";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Escape(page.Title)}</title>
            <link rel="icon" href="{PageParts.Icon}">
            {string.Concat(styles.Select(sheet => $"<style>\n{Assets.Inlined(sheet)}\n</style>\n"))}<script>
            {Assets.InlinedScript("theme.js")}
            </script>
            </head>
            {PageParts.Body(page, page.Title, Header, "")}
            {string.Concat(scripts.Select(script => $"<script>\n{Assets.InlinedScript(script)}\n</script>\n"))}</html>

            """;
    }
}
