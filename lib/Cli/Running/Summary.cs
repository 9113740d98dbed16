using System.Globalization;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Running;

/// <summary>What is said of a notebook that was run.</summary>
internal static class Summary
{
    /// <summary>One line: name, cells, checks passed, seconds.</summary>
    public static string Line(NotebookReport report)
    {
        var state = report.Passed ? "passed" : "FAILED";
        var checks = report.ChecksFailed == 0 ? $"{report.ChecksPassed} checks" : $"{report.ChecksPassed} of {report.ChecksPassed + report.ChecksFailed} checks";
        return string.Create(CultureInfo.InvariantCulture, $"{report.Name,-24} {state}  {report.CellsRun,3} cells  {checks,10}  {report.Time.TotalSeconds,6:f1} s");
    }

    /// <summary>What went wrong and where, or null.</summary>
    public static string? Failure(NotebookReport report)
    {
        if (report.Error is { } error) return $"course: {error}";
        if (report.Failure is not { } failure) return null;
        var printed = failure.Printed.Length == 0 ? "" : $"\n  the cell had printed:\n{Indent(failure.Printed)}";
        return $"course: {report.Name}, cell {failure.Cell}: {failure.Message}{printed}\n{Indent(string.Join('\n', failure.Traceback))}";
    }

    private static string Indent(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => "    " + line));
}
