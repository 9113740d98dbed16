using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCourse.Notebooks;

/// <summary>Whether a cell can run as it stands: what a console asks on Enter.</summary>
internal static class Completeness
{
    /// <summary>complete, incomplete or invalid, and how far to indent the next line.</summary>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = Compiler.Parse(Magics.Blank(code), "question");
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return (tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete", "");
        var depth = tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        });
        return ("incomplete", new string(' ', 4 * Math.Max(0, depth)));
    }
}
