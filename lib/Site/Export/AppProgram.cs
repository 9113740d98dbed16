using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Site;

/// <summary>Gathers cells into one program: usings first, statements in order, types last, names that are declared again renamed.</summary>
internal sealed partial class AppProgram(string notebook)
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private readonly List<(string? Comment, CompilationUnitSyntax? Code, bool Throws)> parts = [];
    private readonly List<string> packages = [];

    /// <summary>What <c>#r "nuget: ..."</c> asked for, as <c>Name@Version</c>.</summary>
    public IReadOnlyList<string> Packages => packages;

    public void AddComment(string text) => parts.Add((text, null, false));

    public void AddCode(string code, int cell, bool throws)
    {
        var (csharp, words) = WithoutMagics(code);
        if (words.Length > 0)
            AddComment(words);
        var tree = CSharpSyntaxTree.ParseText(csharp, Script);
        var root = tree.GetCompilationUnitRoot();
        foreach (var reference in root.GetReferenceDirectives())
            packages.Add(Package(reference.File.ValueText, cell));
        if (root.GetLoadDirectives().Count > 0)
            throw new ArgumentException($"{notebook}, cell {cell}: '#load' has no counterpart in a program. Put the loaded code into the cell.");
        if (tree.GetDiagnostics().FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } error)
            throw new ArgumentException($"{notebook}, cell {cell} is not C#: {error.GetMessage(CultureInfo.InvariantCulture)}");
        parts.Add((null, root.ReplaceTrivia(root.GetReferenceDirectives().Select(one => one.ParentTrivia), (_, _) => default), throws));
    }

    public string Write(IReadOnlyList<string> imports, IReadOnlyList<string> startup)
    {
        var names = new AppNames(parts.Select(part => part.Code).OfType<CompilationUnitSyntax>());
        HashSet<string> usings = [.. imports.Select(import => $"using {import};")];
        StringBuilder statements = new(), types = new(), extensions = new();
        foreach (var line in startup)
            statements.Append(line).Append('\n');
        foreach (var part in parts)
        {
            if (part.Comment is { } words)
                statements.Append('\n').Append(Commented(words));
            if (part.Code is not { } code)
                continue;
            usings.UnionWith(code.Usings.Select(one => one.WithoutTrivia().NormalizeWhitespace().ToString()));
            var cell = new StringBuilder();
            foreach (var member in names.Rename(code).Members)
                Sort(member, cell, types, extensions);
            statements.Append('\n').Append(part.Throws ? Caught(cell.ToString()) : cell);
        }
        if (extensions.Length > 0)
            types.Append("\ninternal static class CellExtensions\n{\n").Append(extensions).Append("}\n");
        return Blanks().Replace($"{string.Join('\n', usings.OrderBy(Rank).ThenBy(one => one.TrimEnd(';'), StringComparer.Ordinal))}\n\n{statements}{(types.Length > 0 ? "\n" : "")}{types}", "\n\n");
    }

    private static void Sort(MemberDeclarationSyntax member, StringBuilder cell, StringBuilder types, StringBuilder extensions)
    {
        switch (member)
        {
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                types.Append(Text(member));
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } method when first.Modifiers.Any(SyntaxKind.ThisKeyword):
                extensions.Append(Text(method.WithModifiers(Kept(method.Modifiers, SyntaxKind.StaticKeyword)).WithLeadingTrivia(method.GetLeadingTrivia())).Replace("static ", "public static ", StringComparison.Ordinal));
                break;
            case MethodDeclarationSyntax method:
                cell.Append(Text(method.WithModifiers(Kept(method.Modifiers, SyntaxKind.StaticKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword)).WithLeadingTrivia(method.GetLeadingTrivia())));
                break;
            case FieldDeclarationSyntax field:
                cell.Append(Text(field.WithModifiers(Kept(field.Modifiers, SyntaxKind.ConstKeyword)).WithLeadingTrivia(field.GetLeadingTrivia())));
                break;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }:
                cell.Append(last.GetLeadingTrivia().ToFullString()).Append("display(").Append(last.Expression.ToString()).Append(");").Append(last.GetTrailingTrivia().ToFullString()).Append('\n');
                break;
            default:
                cell.Append(Text(member));
                break;
        }
    }

    /// <summary>System first, static classes and aliases last.</summary>
    private static int Rank(string import) =>
        import.StartsWith("using static ", StringComparison.Ordinal) || import.Contains('=') ? 2 : import.StartsWith("using System", StringComparison.Ordinal) ? 0 : 1;

    private static string Text(SyntaxNode node) => node.ToFullString().TrimEnd() + "\n";

    private static SyntaxTokenList Kept(SyntaxTokenList modifiers, params SyntaxKind[] kinds) =>
        new(modifiers.Where(one => kinds.Contains(one.Kind())).Select(one => one.WithLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space)));

    private static string Caught(string code) => "try\n{\n" + string.Concat(code.TrimEnd().Split('\n').Select(line => line.Length > 0 ? $"    {line}\n" : "\n"))
        + "}\ncatch (Exception expected)\n{\n    Console.WriteLine($\"{expected.GetType()}: {expected.Message}\");\n}\n";

    private static string Commented(string text) => string.Concat(text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => $"// {line}".TrimEnd() + "\n"));

    private static (string Code, string Words) WithoutMagics(string code)
    {
        StringBuilder csharp = new(), words = new();
        var isCode = true;
        foreach (var line in code.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal))
                isCode = line[2..].Trim() is "csharp" or "c#" or "C#" or "time";
            else
                (isCode ? csharp : words).Append(line).Append('\n');
        }
        return (csharp.ToString(), words.ToString().Trim());
    }

    private string Package(string reference, int cell)
    {
        var match = NuGetReference().Match(reference);
        if (!match.Success)
            throw new ArgumentException($"{notebook}, cell {cell}: '#r \"{reference}\"' has no counterpart in a program; only packages can be referred to.");
        return match.Groups[2].Success ? $"{match.Groups[1].Value}@{match.Groups[2].Value}" : $"{match.Groups[1].Value}@*";
    }

    [GeneratedRegex(@"^\s*nuget\s*:\s*([^,\s]+)\s*(?:,\s*([^,\s]+))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NuGetReference();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Blanks();
}
