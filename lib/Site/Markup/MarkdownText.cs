using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CnnCourse.Site;

/// <summary>Markdown as sanitised HTML, and what else a page wants to know of it.</summary>
/// <param name="Text">The words alone, for the search.</param>
internal sealed record MarkdownText(string Html, IReadOnlyList<Heading> Headings, string Text);

/// <summary>A heading with its anchor.</summary>
internal sealed record Heading(int Level, string Id, string Text);

/// <summary>Renders markdown cells. One instance per page: anchors are unique over it.</summary>
/// <param name="links">Turns addresses of the notebook into addresses of the page; null drops the link and keeps its words.</param>
internal sealed partial class MarkdownRenderer(Slugs slugs, Func<string, string?> links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseMathematics().UseEmphasisExtras().UseAutoLinks().UseTaskLists().UseDefinitionLists().Build();

    /// <param name="scope">Keeps footnotes of different cells apart.</param>
    /// <param name="change">Works on the parsed document before it is written.</param>
    public MarkdownText Render(string markdown, string scope, Action<MarkdownDocument>? change = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        change?.Invoke(document);
        List<Heading> headings = [];
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var text = Words(block.Inline);
            var id = slugs.Take(text);
            block.GetAttributes().Id = id;
            headings.Add(new Heading(block.Level, id, text));
        }
        foreach (var link in document.Descendants<LinkInline>().ToArray())
            Redirect(link);
        var html = FootnoteId().Replace(Write(document), $"$1{scope}-$2");
        return new MarkdownText(Wrapped(Sanitizer.Clean(html, isProse: true)), headings, Words(document));
    }

    /// <summary>Parses as <see cref="Render"/> does, for whoever looks at links and headings only.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>The words of a piece of markdown without its marks.</summary>
    public static string Words(MarkdownObject? part) => part is null ? "" : Blanks().Replace(string.Concat(part.Descendants().Select(one => one switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        Markdig.Extensions.Mathematics.MathInline math => math.Content.ToString(),
        LeafBlock { Inline: null } code => " " + code.Lines + " ",
        LeafBlock or Markdig.Extensions.Tables.TableCell => " ",
        LineBreakInline => " ",
        _ => "",
    })), " ").Trim();

    private static string Write(MarkdownDocument document)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeBlocks());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Mathematics.HtmlMathInlineRenderer>(new InlineMath());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Mathematics.HtmlMathBlockRenderer>(new BlockMath());
        renderer.Render(document);
        return text.ToString();
    }

    private void Redirect(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        link.GetDynamicUrl = null;
        link.Url = links(address);
        if (link.Url is not null)
            return;
        if (link.IsImage)
            link.ReplaceBy(new LiteralInline($"[{Words(link)}]"), copyChildren: false);
        else
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    // Wide tables scroll in a box of their own; without it a phone would scroll the whole page.
    private static string Wrapped(string html) => html
        .Replace("<table", "<div class=\"wide\"><table", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    [GeneratedRegex("(id=\"|href=\"#)(fn(?:ref)?:)")]
    private static partial Regex FootnoteId();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
