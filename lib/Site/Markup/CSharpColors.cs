using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Site;

/// <summary>C# as coloured HTML, from the compiler's own tokens.</summary>
internal static class CSharpColors
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Spans with the classes k, s, n, c, t, m and d: keyword, string, number, comment, type, method, directive.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            var isMagic = i < lines.Length && lines[i].StartsWith("#!", StringComparison.Ordinal);
            if (!isMagic && i < lines.Length)
                continue;
            Color(string.Join('\n', lines[start..i]), html);
            if (!isMagic)
                break;
            if (i > start)
                html.Append('\n');
            Append("d", lines[i], html);
            if (i + 1 < lines.Length)
                html.Append('\n');
            start = i + 1;
        }
        return html.ToString();
    }

    private static void Color(string code, StringBuilder html)
    {
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(Class(trivia), trivia.ToFullString(), html);
            Append(Class(token), token.Text, html);
            foreach (var trivia in token.TrailingTrivia)
                Append(Class(trivia), trivia.ToFullString(), html);
        }
    }

    private static void Append(string? color, string text, StringBuilder html)
    {
        if (text.Length == 0)
            return;
        if (color is null)
            html.Append(Html.Escape(text));
        else
            html.Append("<span class=\"").Append(color).Append("\">").Append(Html.Escape(text)).Append("</span>");
    }

    private static string? Class(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.BadDirectiveTrivia) ? "d"
        : trivia.ToFullString().StartsWith('/') ? "c"
        : null;

    private static string? Class(SyntaxToken token)
    {
        var kind = token.Kind();
        if (token.IsKeyword() || kind == SyntaxKind.IdentifierToken && IsContextual(token))
            return "k";
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.IdentifierToken => Name(token),
            _ when kind.ToString() is var name && (name.Contains("String", StringComparison.Ordinal) || name.StartsWith("CharacterLiteral", StringComparison.Ordinal)) => "s",
            _ => null,
        };
    }

    private static bool IsContextual(SyntaxToken token) =>
        token.Text is "var" or "nameof" or "_" && token.Parent is IdentifierNameSyntax && token.Text is not "_"
        || token.IsContextualKeyword();

    /// <summary>By position, for nothing is compiled here: what stands where a type stands, and what is called.</summary>
    private static string? Name(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax name => IsType(name) ? "t" : IsCalled(name) ? "m" : null,
        _ => null,
    };

    private static bool IsType(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is QualifiedNameSyntax or NullableTypeSyntax or ArrayTypeSyntax or TypeArgumentListSyntax || node.Parent is GenericNameSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            _ when name.Parent is TypeArgumentListSyntax => true,
            VariableDeclarationSyntax declaration => declaration.Type == node,
            ParameterSyntax parameter => parameter.Type == node,
            ObjectCreationExpressionSyntax created => created.Type == node,
            CastExpressionSyntax cast => cast.Type == node,
            MethodDeclarationSyntax method => method.ReturnType == node,
            LocalFunctionStatementSyntax method => method.ReturnType == node,
            PropertyDeclarationSyntax property => property.Type == node,
            ForEachStatementSyntax loop => loop.Type == node,
            DeclarationPatternSyntax pattern => pattern.Type == node,
            BaseTypeSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or AttributeSyntax or TupleElementSyntax or CatchDeclarationSyntax => true,
            BinaryExpressionSyntax test when test.IsKind(SyntaxKind.AsExpression) || test.IsKind(SyntaxKind.IsExpression) => test.Right == node,
            MemberAccessExpressionSyntax access when access.Expression == node => char.IsUpper(name.Identifier.Text[0]),
            _ => false,
        };
    }

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => access.Name == name && call.Expression == access,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };
}
