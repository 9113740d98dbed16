using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

/// <summary>A lesson is drawn with one letter per cell: p for prose, c for code of two lines.</summary>
public sealed class RhythmTests : IDisposable
{
    private static readonly string Good = string.Concat(Enumerable.Repeat("pc", 20));
    private readonly string folder = Directory.CreateTempSubdirectory("course-rhythm").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Lint(string cells, params (int Cell, string Source)[] sources)
    {
        var notebook = new Notebook();
        foreach (var (i, letter) in cells.Index())
            notebook.Cells.Add(new Cell { Kind = letter == 'c' ? CellKind.Code : CellKind.Markdown, Id = $"c{i}", Source = "var x = 1;\n\nx" });
        foreach (var (cell, source) in sources)
            notebook.Cells[cell - 1].Source = source;
        var file = Path.Combine(folder, "03-rhythm.ipynb");
        notebook.Save(file);
        return [.. RhythmLint.Check(file).Select(one => one.ToString())];
    }

    private static string Lines(int count) => string.Join("\n\n", Enumerable.Repeat("x();", count));

    private static (int, string)[] Longer(int cells, int lines) => [.. Enumerable.Range(1, cells).Select(k => (2 * k, Lines(lines)))];

    private static void Finds(string expected, string[] findings) => Assert.Contains(expected, Assert.Single(findings), StringComparison.Ordinal);

    [Fact]
    public void A_lesson_in_rhythm_is_clean() => Assert.Empty(Lint(Good));

    [Theory]
    [InlineData(14, "has 28 cells")]
    [InlineData(31, "has 62 cells")]
    public void A_lesson_has_30_to_60_cells(int pairs, string expected) => Finds(expected, Lint(string.Concat(Enumerable.Repeat("pc", pairs))));

    [Fact]
    public void Half_of_the_cells_are_prose() => Finds("has 21 cells of code among 41", Lint(Good + "c"));

    [Fact]
    public void A_third_code_cell_in_a_row_is_named_once() => Finds("cell 42: follows 2 cells of code", Lint(Good + "cccppp"));

    [Fact]
    public void Half_of_the_code_cells_have_at_most_8_lines()
    {
        Assert.Empty(Lint(Good, Longer(20, 8)));
        Assert.Empty(Lint(Good, Longer(9, 9)));
        Finds("have 9 lines in the median", Lint(Good, Longer(20, 9)));
    }

    [Fact]
    public void Nine_in_ten_code_cells_have_at_most_15_lines()
    {
        Assert.Empty(Lint(Good, Longer(2, 16)));
        Finds("longer are cells 2 (16), 4 (16), 6 (16)", Lint(Good, Longer(3, 16)));
    }

    [Fact]
    public void No_code_cell_has_more_than_20_lines()
    {
        Assert.Empty(Lint(Good, (8, Lines(20))));
        Finds("cell 8: has 21 lines of code", Lint(Good, (8, Lines(21))));
    }

    [Fact]
    public void No_line_of_code_has_more_than_120_characters()
    {
        Assert.Empty(Lint(Good, (1, new string('w', 300)), (2, new string('x', 120) + "  ")));
        Assert.Empty(Lint(Good, (2, "  | " + new string('x', 121) + " |")));
        Finds("cell 2: has lines of more than 120 characters: 2 (121)", Lint(Good, (2, "x\n" + new string('x', 121))));
    }
}
