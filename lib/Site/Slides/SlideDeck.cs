using System.Text;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>A reveal.js deck from the slide metadata of a notebook, as one file that needs nothing beside it.</summary>
public static class SlideDeck
{
    /// <returns>The HTML of the deck.</returns>
    /// <exception cref="ArgumentException">No cell starts a slide.</exception>
    public static string Render(string notebookFile)
    {
        var notebook = Notebook.Load(notebookFile);
        var slides = Group(notebook, notebookFile);
        var links = new SiteLinks([], null);
        var writer = new SlideWriter(address => links.Resolve(address, notebookFile) is { } kept && (kept.Contains(':') || kept.StartsWith('#')) ? kept : null);
        var body = new StringBuilder();
        foreach (var stack in slides)
            body.Append(stack.Count == 1 ? writer.Write(stack[0]) : $"<section>\n{string.Concat(stack.Select(writer.Write))}</section>\n");
        var title = notebook.Title is { Length: > 0 } heading ? heading : Path.GetFileNameWithoutExtension(notebookFile);
        return Frame(title, body.ToString(), writer.HasCharts);
    }

    /// <summary>Stacks of slides of cells: a slide begins a stack, a subslide goes below. Cells before the first slide belong to no slide.</summary>
    private static List<List<List<Cell>>> Group(Notebook notebook, string file)
    {
        List<List<List<Cell>>> stacks = [];
        foreach (var cell in notebook.Cells)
            switch (SlideKinds.Of(cell))
            {
                case SlideKind.Skipped:
                    break;
                case SlideKind.Slide:
                    stacks.Add([[cell]]);
                    break;
                case SlideKind.Subslide when stacks.Count > 0:
                    stacks[^1].Add([cell]);
                    break;
                default:
                    if (stacks.Count > 0)
                        stacks[^1][^1].Add(cell);
                    break;
            }
        return stacks.Count > 0 ? stacks
            : throw new ArgumentException($"{Path.GetFileName(file)} has no slides: give the cells that begin one the slide type 'slide' (in JupyterLab: Property Inspector, Slide Type).");
    }

    private static string Frame(string title, string slides, bool hasCharts)
    {
        string[] scripts = ["theme.js", "reveal.js", "notes.js", "katex/katex.js", .. hasCharts ? (string[])["plotly.js", "charts.js"] : [], "slides.js"];
        string[] styles = ["reveal.css", "fonts.css", "katex/katex.css", "site.css", "slides.css"];
        return $"""
            <!doctype html>
            <html lang="en" data-charts="all">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Escape(title)}</title>
            <link rel="icon" href="{PageParts.Icon}">
            {string.Concat(styles.Select(sheet => $"<style>\n{Assets.Inlined(sheet)}\n</style>\n"))}</head>
            <body class="deck">
            <div class="reveal"><div class="slides">
            {slides}</div></div>
            {string.Concat(scripts.Select(script => $"<script>\n{Assets.InlinedScript(script)}\n</script>\n"))}</body>
            </html>

            """;
    }
}
