using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace CnnCourse.Site;

/// <summary>Fenced code: C# in colours, everything else plain.</summary>
internal sealed class CodeBlocks : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (block is MathBlock math)
        {
            renderer.Write("<div class=\"math display\">").Write(Html.Escape(math.Lines.ToString())).Write("</div>");
            return;
        }
        var language = (block as FencedCodeBlock)?.Info ?? "";
        var code = block.Lines.ToString();
        var isCSharp = language.ToUpperInvariant() is "CSHARP" or "C#" or "CS";
        renderer.Write("<pre class=\"source\"><code>").Write(CodeLines.Of(isCSharp ? CSharpColors.ToHtml(code) : Html.Escape(code))).Write("</code></pre>\n");
    }
}

/// <summary>Mathematics as its source; the page's script sets it.</summary>
internal sealed class InlineMath : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math) =>
        renderer.Write(math.DelimiterCount > 1 ? "<span class=\"math display\">" : "<span class=\"math\">").Write(Html.Escape(math.Content.ToString())).Write("</span>");
}

/// <summary>Mathematics on lines of its own.</summary>
internal sealed class BlockMath : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock math) =>
        renderer.Write("<div class=\"math display\">").Write(Html.Escape(math.Lines.ToString())).Write("</div>\n");
}
