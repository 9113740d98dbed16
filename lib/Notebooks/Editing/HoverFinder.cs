using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Notebooks;

/// <summary>The signature and documentation of the name at a place, or of the call around it.</summary>
internal static partial class HoverFinder
{
    private const int MostOverloads = 12;

    public static Hover? Find(Compiler compiler, string code, int position, CancellationToken cancellation)
    {
        var compilation = compiler.Extend(Magics.Blank(code), "hover");
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var symbols = Candidates(tree.GetRoot(cancellation), position)
            .Select(node => SymbolsOf(model, node, cancellation))
            .FirstOrDefault(found => found.Length > 0);
        if (symbols.IsDefaultOrEmpty)
            return null;
        var signatures = symbols.Take(MostOverloads).Select(symbol => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        var documentation = symbols.Select(symbol => Markdown(symbol.GetDocumentationCommentXml(cancellationToken: cancellation)))
            .FirstOrDefault(text => text.Length > 0) ?? "";
        return new Hover(string.Join('\n', signatures), documentation);
    }

    /// <summary>The name under the cursor or just before it, then the calls around it.</summary>
    private static IEnumerable<SyntaxNode> Candidates(SyntaxNode root, int position)
    {
        foreach (var at in (int[])[position, position - 1])
        {
            if (at < 0 || at >= root.FullSpan.End)
                continue;
            var token = root.FindToken(at);
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax)
                yield return token.Parent!;
        }
        if (root.FullSpan.Length == 0)
            yield break;
        foreach (var node in root.FindToken(Math.Max(0, Math.Min(position, root.FullSpan.End) - 1)).Parent!.AncestorsAndSelf())
            if (node is InvocationExpressionSyntax call)
                yield return call.Expression;
            else if (node is BaseObjectCreationExpressionSyntax)
                yield return node;
    }

    private static ImmutableArray<ISymbol> SymbolsOf(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(node, cancellation) is { } declared)
            return [declared];
        var info = model.GetSymbolInfo(node, cancellation);
        if (info.Symbol is { } symbol)
            return [symbol];
        if (info.CandidateSymbols.Length > 0)
            return info.CandidateSymbols;
        return [.. model.GetMemberGroup(node, cancellation)];
    }

    /// <summary>A documentation comment as Markdown: summary, parameters, value.</summary>
    private static string Markdown(string? comment)
    {
        if (string.IsNullOrWhiteSpace(comment))
            return "";
        try
        {
            var xml = XElement.Parse($"<doc>{comment}</doc>");
            IEnumerable<string> parts =
            [
                .. xml.Descendants("summary").Select(Text),
                .. xml.Descendants("param").Select(one => $"- `{one.Attribute("name")?.Value}`: {Text(one)}"),
                .. xml.Descendants("returns").Select(one => $"Returns {Text(one)}"),
                .. xml.Descendants("remarks").Select(Text),
                .. xml.Descendants("exception").Select(one => $"Throws `{Reference(one)}`: {Text(one)}"),
            ];
            return string.Join("\n\n", parts.Where(part => part.Length > 0)).Replace("\n\n- ", "\n- ", StringComparison.Ordinal);
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Text(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } link => $"`{Reference(link)}`",
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
        XElement inner => Text(inner) + " ",
        _ => "",
    })), " ").Trim();

    private static string Reference(XElement link)
    {
        var target = (link.Attribute("cref") ?? link.Attribute("name") ?? link.Attribute("langword") ?? link.Attribute("href"))?.Value ?? "";
        var name = target.Length > 1 && target[1] == ':' ? target[2..] : target;
        var plain = name.Split('(')[0];
        return name.Length == target.Length ? name : plain[(plain.LastIndexOf('.') + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
