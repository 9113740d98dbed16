using System.Globalization;
using System.Text;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>Turns an executed notebook into the body of a page.</summary>
internal sealed class NotebookPage
{
    private readonly StringBuilder body = new();
    private readonly List<Heading> headings = [];
    private readonly List<(Heading? Under, StringBuilder Text)> passages = [(null, new StringBuilder())];
    private readonly MarkdownRenderer markdown;
    private readonly OutputRenderer outputs;
    private int exercises;
    private int codeCells;

    private NotebookPage(Func<string, string?> links)
    {
        markdown = new MarkdownRenderer(new Slugs(), links);
        outputs = new OutputRenderer(text => new MarkdownRenderer(new Slugs(), _ => null).Render(text, "output").Html);
    }

    /// <param name="links">Where an address in the notebook leads on the site; null where it leads nowhere.</param>
    public static Page Render(Notebook notebook, string name, Func<string, string?> links)
    {
        var page = new NotebookPage(links);
        for (var i = 0; i < notebook.Cells.Count; i++)
            page.Add(notebook.Cells, i);
        return new Page(name, notebook.Title is { Length: > 0 } title ? title : name, page.body.ToString(), page.headings, [.. page.passages
            .Where(one => one.Text.Length > 0)
            .Select(one => new Passage(one.Under?.Id ?? "", one.Under?.Text ?? notebook.Title, one.Text.ToString()))])
        { HasCharts = page.outputs.HasCharts };
    }

    private void Add(List<Cell> cells, int index)
    {
        var cell = cells[index];
        if (cell.Kind == CellKind.Raw || cell.Has("remove-cell") || SlideKinds.Of(cell) == SlideKind.Notes)
            return;
        var isExercise = cell.Has("exercise");
        if (isExercise && !(index > 0 && cells[index - 1].Has("exercise")))
            body.Append(CultureInfo.InvariantCulture, $"<section class=\"exercise\" aria-label=\"Exercise {++exercises}\">\n<p class=\"label\">Exercise {exercises}</p>\n");
        if (cell.Has("solution"))
            body.Append("<details class=\"solution\"><summary>Solution</summary>\n");
        if (cell.Kind == CellKind.Markdown)
            AddMarkdown(cell);
        else
            AddCode(cell);
        if (cell.Has("solution"))
            body.Append("</details>\n");
        if (isExercise && !(index + 1 < cells.Count && cells[index + 1].Has("exercise")))
            body.Append("</section>\n");
    }

    private void AddMarkdown(Cell cell)
    {
        var rendered = markdown.Render(Attached(cell), cell.Id);
        body.Append(rendered.Html);
        headings.AddRange(rendered.Headings);
        foreach (var heading in rendered.Headings)
            passages.Add((heading, new StringBuilder()));
        passages[^1].Text.Append(rendered.Text).Append(' ');
    }

    private void AddCode(Cell cell)
    {
        codeCells++;
        passages[^1].Text.Append(cell.Source).Append(' ');
        var isHidden = cell.Has("hide-input") || cell.Has("remove-input");
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"cell{(cell.Has("check") ? " check" : "")}\" id=\"cell-{codeCells}\">\n");
        if (cell.Source.Trim().Length > 0)
            body.Append(isHidden ? "<details class=\"code\"><summary>Code</summary>" : "")
                .Append("<div class=\"code\"><pre class=\"source\"><code>").Append(CodeLines.Of(Source(cell))).Append("</code></pre></div>\n")
                .Append(isHidden ? "</details>\n" : "");
        body.Append(outputs.Render(cell.Outputs)).Append("</div>\n");
    }

    public static string Source(Cell cell) =>
        cell.Language is null or "csharp" ? CSharpColors.ToHtml(cell.Source.TrimEnd()) : Html.Escape(cell.Source.TrimEnd());

    /// <summary>Markdown with the pictures that were dropped into the cell put where they are shown.</summary>
    public static string Attached(Cell cell)
    {
        var text = cell.Source;
        foreach (var (name, bundle) in cell.Attachments ?? [])
            if (bundle is System.Text.Json.Nodes.JsonObject { Count: > 0 } types && types.First() is var (type, data))
                text = text.Replace($"attachment:{name}", $"data:{type};base64,{data}", StringComparison.Ordinal);
        return text;
    }
}
