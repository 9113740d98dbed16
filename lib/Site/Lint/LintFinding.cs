using System.Globalization;

namespace CnnCourse.Site;

/// <summary>One thing that is wrong with a notebook file.</summary>
/// <param name="Cell">Counts all cells from 1, as the file has them; 0 for the file as a whole.</param>
public sealed record LintFinding(string Notebook, int Cell, string Message)
{
    public override string ToString() => Cell == 0 ? $"{Notebook}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{Notebook}, cell {Cell}: {Message}");
}
