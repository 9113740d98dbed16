using System.Globalization;
using System.Text;

namespace CnnCourse.Cli.Syllabus;

/// <summary><c>course.md</c>, from the notebooks that are there and the plan for the others.</summary>
internal static class SyllabusPage
{
    public static string Write(IReadOnlyList<PlannedRow> plan, IReadOnlyList<NotebookFacts> notebooks)
    {
        var ready = notebooks.ToDictionary(n => n.Number);
        var parts = plan.Select(row => row.Part).Distinct().ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Syllabus

            {plan.Count} notebooks in {parts.Length} parts, in reading order. {plan.Count(row => ready.ContainsKey(row.Number))} are ready: they are in `notebooks/`, run in the test suite and show everything their row names. The others are planned. *Time* is what all cells take of a processor core; *builds on* names earlier notebooks that a lesson refers to. This page is written by `./course syllabus`.

            | | notebook | paper | you build | data | builds on | time |
            |---|---|---|---|---|---|---|

            """);
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"| | **{part}** | | | | | |\n");
            foreach (var row in plan.Where(row => row.Part == part))
                text.Append(ready.TryGetValue(row.Number, out var notebook)
                    ? Row(row.Number, notebook.Title, notebook.Paper, notebook.Build, string.Join(", ", notebook.Data), string.Join(", ", notebook.Before), Time(notebook.Time))
                    : Row(row.Number, row.Title, row.Paper, row.Build, "", "", "planned"));
        }
        return text.ToString();
    }

    private static string Row(params string[] cells) =>
        string.Concat(cells.Select(cell => cell.Length == 0 ? "| " : $"| {cell.Replace("|", "\\|", StringComparison.Ordinal)} ")) + "|\n";

    private static string Time(TimeSpan? time) => time is not { } used ? "not measured"
        : used.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{used.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{used.TotalMinutes:0.##} min");
}
