namespace CnnCourse.Site;

/// <summary>What all pages share: head, header with search, contents, the way to the next page.</summary>
internal sealed class PageFrame(SiteOptions options, IReadOnlyList<Page> pages)
{
    // Second line of defence behind escaping: even a script that got through could load and send nothing.
    private const string Policy = "default-src 'self' file: data: blob: 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'";

    public string Render(Page page) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <title>{Html.Escape(page.Title == options.Title ? page.Title : $"{page.Title} · {options.Title}")}</title>
        <link rel="icon" href="{PageParts.Icon}">
        {string.Concat(Assets.PageStyles.Where(sheet => page.HasMath || sheet != "katex/katex.css").Select(sheet => $"<link rel=\"stylesheet\" href=\"assets/{sheet}\">\n"))}<script src="assets/theme.js"></script>
        {Scripts(page)}</head>
        {PageParts.Body(page, options.Title, Header(), Around(page))}
        </html>

        """;

    private string Scripts(Page page)
    {
        List<string> scripts = ["search-index.js", "search.js"];
        if (page.HasMath)
            scripts.Add("katex/katex.js");
        if (page.HasCharts)
            scripts.AddRange(["plotly.js", "charts.js"]);
        scripts.Add("page.js");
        return string.Concat(scripts.Select(script => $"<script defer src=\"assets/{script}\"></script>\n"))
            + (options.ReloadsItself ? $"<script>new EventSource('{SiteServer.ChangesPath}').onmessage = () => location.reload();</script>\n" : "");
    }

    private string Header() => $"""
        <header class="top">
        <a class="home" href="index.html">{Html.Escape(options.Title)}</a>
        <search class="search"><input id="search" type="search" placeholder="Search" aria-label="Search the course" autocomplete="off" spellcheck="false" aria-controls="found"><div id="found" hidden></div></search>
        <button id="theme" type="button" aria-label="Dark colours" aria-pressed="false"></button>
        </header>
        """;

    private string Around(Page page)
    {
        var place = pages.ToList().FindIndex(one => one.Name == page.Name);
        var (before, after) = place < 0 ? (null, null) : (pages.ElementAtOrDefault(place - 1), pages.ElementAtOrDefault(place + 1));
        if (before is null && after is null)
            return "";
        return $"<nav class=\"around\" aria-label=\"Pages\">{Way(before, "prev", "Previous")}{Way(after, "next", "Next")}</nav>";
    }

    private static string Way(Page? page, string relation, string word) => page is null ? ""
        : $"<a rel=\"{relation}\" href=\"{Html.Escape(page.File)}\"><small>{word}</small> {Html.Escape(page.Title)}</a>";
}
