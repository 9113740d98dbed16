using System.Text.Json;
using System.Text.RegularExpressions;
using CnnCourse.Claims;

namespace CnnCourse.Cli.Tests;

/// <summary>Where the ledger says that an experiment is shown, it is.</summary>
public sealed partial class Experiments_of_the_texts
{
    private static IEnumerable<Claim> Experiments => Ledger.Course.Of(kind: "experiment");

    [Fact]
    public void A_cell_is_a_heading_of_its_notebook()
    {
        var wrong = Experiments.Select(claim => (claim.Id, Cell: Claims.Syllabus.CellOf(claim))).Where(named => named.Cell is not null && !Exists(named.Cell));
        Assert.Empty(wrong.Select(named => $"{named.Id}: there is no {named.Cell}"));
    }

    [Fact]
    public void Every_experiment_of_a_notebook_that_is_there_names_its_cell()
    {
        var silent = Experiments.Where(claim => !Claims.Syllabus.IsLater(claim) && Claims.Syllabus.CellOf(claim) is null && Headings(Claims.Syllabus.NotebookOf(claim)).Any());
        Assert.Empty(silent.Select(claim => $"notebook {Claims.Syllabus.NotebookOf(claim)}: {claim.Id}"));
    }

    private static bool Exists(string cell) =>
        Named().Match(cell) is { Success: true } named && Headings(named.Groups["notebook"].Value).Contains(named.Groups["heading"].Value);

    private static IEnumerable<string> Headings(string number)
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Notebooks, $"{number}-*.ipynb"))
        {
            using var notebook = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("cell_type").GetString() == "markdown"))
                foreach (var line in cell.GetProperty("source").EnumerateArray().Select(l => l.GetString()!.Trim()).Where(l => l.StartsWith('#')))
                    yield return line.TrimStart('#').Trim();
        }
    }

    [GeneratedRegex("^notebook (?<notebook>[0-9]{2}), '(?<heading>.+)'$")]
    private static partial Regex Named();
}
