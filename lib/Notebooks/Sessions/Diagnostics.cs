using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnCourse.Notebooks;

/// <summary>What the compiler has to say, with the place shown.</summary>
internal static class Diagnostics
{
    public static CellError ToError(ImmutableArray<Diagnostic> found, string cell)
    {
        var errors = found.Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        var first = errors.MinBy(one => one.Location.SourceSpan.Start) ?? errors[0];
        var place = first.Location.GetLineSpan();
        var start = place.StartLinePosition;
        return new CellError(
            first.Id,
            first.GetMessage(CultureInfo.InvariantCulture),
            first.Location.IsInSource ? place.Path : cell,
            first.Location.IsInSource ? start.Line + 1 : 0,
            first.Location.IsInSource ? start.Character + 1 : 0,
            first.Location.IsInSource ? LineAt(first.Location) : "",
            [.. errors.OrderBy(one => one.Location.SourceSpan.Start).Select(Describe)]);
    }

    /// <summary>Place, code, message, then the source line with the span underlined.</summary>
    public static string Describe(Diagnostic one)
    {
        var kind = one.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var what = $"{kind} {one.Id}: {one.GetMessage(CultureInfo.InvariantCulture)}";
        if (!one.Location.IsInSource)
            return what;
        var span = one.Location.GetLineSpan();
        return Show(what, span.Path, LineAt(one.Location), span);
    }

    public static string Show(string what, string path, string source, FileLinePositionSpan span)
    {
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        var last = end.Line == start.Line ? end.Character : source.Length;
        var number = (start.Line + 1).ToString(CultureInfo.InvariantCulture);
        var indent = new string([.. source.Take(start.Character).Select(c => c == '\t' ? '\t' : ' ')]);
        return $"{path}, line {number}, column {start.Character + 1}: {what}\n"
            + $"  {number} | {source}\n"
            + $"  {new string(' ', number.Length)} | {indent}{new string('~', Math.Max(1, last - start.Character))}";
    }

    private static string LineAt(Location location)
    {
        var text = location.SourceTree!.GetText();
        var line = location.GetLineSpan().StartLinePosition.Line;
        return line < text.Lines.Count ? text.Lines[line].ToString() : "";
    }
}
