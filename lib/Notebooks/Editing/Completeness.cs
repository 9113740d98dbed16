using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCourse.Notebooks;

/// <summary>Whether a cell can run as it stands: what a console asks on Enter.</summary>
internal static class Completeness
{
    /// <summary>Errors that more text can mend: an open comment, verbatim string or raw string.</summary>
    private static readonly string[] Unterminated = ["CS1035", "CS1039", "CS8997"];

    /// <summary>complete, incomplete or invalid, and how far to indent the next line.</summary>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = Compiler.Parse(Magics.Blank(code), "question");
        var errors = tree.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Any(found => found.Location.SourceSpan.Start < code.TrimEnd().Length && !Unterminated.Contains(found.Id)))
            return ("invalid", "");
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return (errors.Length > 0 ? "invalid" : "complete", "");
        var depth = tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        });
        return ("incomplete", new string(' ', 4 * Math.Max(0, depth)));
    }
}
