namespace CnnCourse.Site;

/// <summary>Parts that pages of the site and single exported pages have alike.</summary>
internal static class PageParts
{
    /// <summary>Three squares on a diagonal: a kernel on its way over an image.</summary>
    public const string Icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23a33b2a'/%3E"
        + "%3Cpath d='M3 3h3v3H3zM6.5 6.5h3v3h-3zM10 10h3v3h-3z' fill='white'/%3E%3C/svg%3E";

    private const int FewestForContents = 2;

    public static string Body(Page page, string site, string header, string around) => $"""
        <body{(page.Name == "index" ? " class=\"index\"" : "")}>
        <a class="skip" href="#main">Skip to content</a>
        {header}
        <div class="columns">
        {Contents(page)}
        <main id="main" tabindex="-1">
        <article>
        {page.Body}
        </article>
        {around}
        </main>
        </div>
        <footer class="bottom"><p>{Html.Escape(site)}</p></footer>
        </body>
        """;

    private static string Contents(Page page)
    {
        var shown = page.Headings.Where(heading => heading.Level is 2 or 3).ToList();
        if (shown.Count < FewestForContents)
            return "";
        return "<details class=\"contents\"><summary>On this page</summary><nav aria-label=\"On this page\"><ol>\n"
            + string.Concat(shown.Select(heading => $"<li class=\"level-{heading.Level}\"><a href=\"#{Html.Escape(heading.Id)}\">{Html.Escape(heading.Text)}</a></li>\n"))
            + "</ol></nav></details>";
    }
}
