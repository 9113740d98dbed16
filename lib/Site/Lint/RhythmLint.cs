using System.Globalization;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>The rhythm of a lesson: sentence, cell, look. How many cells, how much of them prose, how long the code. Blank lines do not count.</summary>
public static class RhythmLint
{
    public const int FewestCells = 30, MostCells = 60, MostCodeInARow = 2, MostCharacters = 120;

    /// <summary>Lines of a code cell: of the middle one, of nine in ten, of the longest.</summary>
    public const int MedianLines = 8, NinthDecileLines = 15, MostLines = 20;

    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    public static IReadOnlyList<LintFinding> Check(string notebookFile)
    {
        var name = Path.GetFileNameWithoutExtension(notebookFile);
        var notebook = Notebook.Load(notebookFile);
        return [.. CheckCells(notebook).Concat(CheckCode(notebook)).Concat(CheckLines(notebook)).Select(one => new LintFinding(name, one.Cell, one.Message))];
    }

    private static IEnumerable<(int Cell, string Message)> CheckCells(Notebook notebook)
    {
        var cells = notebook.Cells;
        if (cells.Count is < FewestCells or > MostCells)
            yield return (0, Say($"has {cells.Count} cells; a lesson has {FewestCells} to {MostCells}."));
        var code = cells.Count(IsCode);
        if (2 * code > cells.Count)
            yield return (0, Say($"has {code} cells of code among {cells.Count}; at least half are prose."));
        for (var (i, row) = (0, 0); i < cells.Count; i++)
        {
            row = IsCode(cells[i]) ? row + 1 : 0;
            if (row == MostCodeInARow + 1)
                yield return (i + 1, Say($"follows {MostCodeInARow} cells of code; say first what they showed."));
        }
    }

    private static IEnumerable<(int Cell, string Message)> CheckCode(Notebook notebook)
    {
        var lengths = notebook.Cells.Index().Where(one => IsCode(one.Item))
            .Select(one => (Cell: one.Index + 1, Lines: one.Item.Source.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line))))
            .OrderBy(one => one.Lines).ToList();
        if (lengths.Count == 0)
            yield break;
        var median = (lengths[(lengths.Count - 1) / 2].Lines + lengths[lengths.Count / 2].Lines) / 2.0;
        if (median > MedianLines)
            yield return (0, Say($"its code cells have {median} lines in the median, at most {MedianLines}."));
        var ninth = lengths[(int)Math.Ceiling(0.9 * lengths.Count) - 1].Lines;
        if (ninth > NinthDecileLines)
            yield return (0, Say($"nine in ten of its code cells have up to {ninth} lines, at most {NinthDecileLines}; longer are cells {string.Join(", ", lengths.Where(one => one.Lines > NinthDecileLines).Select(one => $"{one.Cell} ({one.Lines})"))}."));
        foreach (var (cell, lines) in lengths.Where(one => one.Lines > MostLines))
            yield return (cell, Say($"has {lines} lines of code, at most {MostLines}: it does more than one thing."));
    }

    private static IEnumerable<(int Cell, string Message)> CheckLines(Notebook notebook)
    {
        foreach (var (i, cell) in notebook.Cells.Index().Where(one => IsCode(one.Item)))
        {
            // a row of a Markdown table cannot be broken
            var wide = cell.Source.Split('\n').Index().Where(one => one.Item.TrimEnd().Length > MostCharacters && !one.Item.TrimStart().StartsWith('|')).ToList();
            if (wide.Count > 0)
                yield return (i + 1, Say($"has lines of more than {MostCharacters} characters: {string.Join(", ", wide.Select(one => $"{one.Index + 1} ({one.Item.TrimEnd().Length})"))}."));
        }
    }

    private static bool IsCode(Cell cell) => cell.Kind == CellKind.Code;

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
