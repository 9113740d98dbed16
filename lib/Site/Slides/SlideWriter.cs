using System.Text;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>The cells of one slide as HTML; notes go where the speaker's window looks for them.</summary>
internal sealed class SlideWriter
{
    private readonly MarkdownRenderer markdown;
    private readonly OutputRenderer outputs;

    public SlideWriter(Func<string, string?> links)
    {
        markdown = new MarkdownRenderer(new Slugs(), links);
        outputs = new OutputRenderer(text => markdown.Render(text, "output").Html);
    }

    public bool HasCharts => outputs.HasCharts;

    public string Write(IReadOnlyList<Cell> cells)
    {
        var (shown, notes) = (new StringBuilder(), new StringBuilder());
        foreach (var cell in cells)
        {
            var isFragment = SlideKinds.Of(cell) == SlideKind.Fragment;
            if (SlideKinds.Of(cell) == SlideKind.Notes)
                notes.Append(markdown.Render(cell.Source, cell.Id).Html);
            else if (cell.Kind == CellKind.Markdown)
                shown.Append(isFragment ? "<div class=\"fragment\">" : "<div>").Append(markdown.Render(NotebookPage.Attached(cell), cell.Id).Html).Append("</div>\n");
            else if (cell.Kind == CellKind.Code)
                shown.Append(isFragment ? "<div class=\"cell fragment\">" : "<div class=\"cell\">").Append(Code(cell)).Append(outputs.Render(cell.Outputs)).Append("</div>\n");
        }
        return $"<section>\n<div class=\"fit\">\n{shown}</div>\n{(notes.Length > 0 ? $"<aside class=\"notes\">{notes}</aside>\n" : "")}</section>\n";
    }

    private static string Code(Cell cell) => cell.Has("hide-input") || cell.Has("remove-input") || cell.Source.Trim().Length == 0 ? ""
        : $"<pre class=\"source\"><code>{NotebookPage.Source(cell)}</code></pre>\n";
}
