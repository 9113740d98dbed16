using CnnCourse.Claims;

namespace CnnCourse.Cli.Syllabus;

/// <summary>A row of the plan, <c>data/syllabus.csv</c>: what stands in the syllabus while the notebook is not there.</summary>
internal sealed record PlannedRow(string Part, string Number, string Title, string Paper, string Build)
{
    public static IReadOnlyList<PlannedRow> Read(TextReader reader) =>
        [.. Csv.Read(reader).Skip(1).Select(row => new PlannedRow(row.Fields[0], row.Fields[1], row.Fields[2], row.Fields[3], row.Fields[4]))];
}
