using System.Text.Json.Nodes;
using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

public class LintTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    private string[] Lint(Action<Notebook> spoil)
    {
        var folder = course.NewFolder(Guid.NewGuid().ToString("N"));
        var file = Path.Combine(folder, "02-counting.ipynb");
        File.Copy(course.Edges, Path.Combine(folder, "01-edges.ipynb"));
        var notebook = Notebook.Load(course.Counting);
        spoil(notebook);
        notebook.Save(file);
        return [.. NotebookLint.Check(file, SampleCourse.Session.References).Select(one => one.ToString())];
    }

    private static void Finds(string expected, string[] findings) => Assert.Contains(expected, Assert.Single(findings), StringComparison.Ordinal);

    [Fact]
    public void An_executed_notebook_is_clean() => Assert.Empty(Lint(_ => { }));

    [Fact]
    public void Changed_code_makes_outputs_stale() => Finds("02-counting: its outputs are stale", Lint(one => one.Cells[2].Source += " + 1"));

    [Fact]
    public void Changed_prose_does_not() => Assert.Empty(Lint(one => one.Cells[1].Source += "\n\nMore words."));

    [Fact]
    public void Outputs_of_another_library_version_are_stale() =>
        Assert.Contains(NotebookLint.Check(course.Counting, [typeof(Markdig.Markdown).Assembly]), one => one.Message.Contains("stale", StringComparison.Ordinal));

    [Fact]
    public void A_cell_that_was_not_run_is_named() => Finds("cell 3: has not been run", Lint(one => one.Cells[2].ExecutionCount = null));

    [Fact]
    public void A_cell_out_of_order_is_named() => Finds("execution count 7, but it is code cell 1", Lint(one => one.Cells[2].ExecutionCount = 7));

    [Fact]
    public void An_error_is_named() => Finds("cell 3: shows an error: E: bad", Lint(one => one.Cells[2].Outputs.Add(new Output.Error("E", "bad", []))));

    [Theory]
    [InlineData("took 3.2 s", "'2 s'")]
    [InlineData("5,300 images/s", "'images/s'")]
    [InlineData("epoch  seconds", "'seconds'")]
    [InlineData("Wall time: 12.0 ms", "'0 ms'")]
    [InlineData("about 4 minutes", "'4 minutes'")]
    public void A_time_among_outputs_is_named(string output, string time)
    {
        Finds($"cell 3: shows a time ({time})", Lint(one => one.Cells[2].Outputs.Add(new Output.Stream("stdout", output))));
        Assert.DoesNotContain(Lint(one =>
        {
            one.Cells[2].Metadata["tags"] = new JsonArray("timing");
            one.Cells[2].Outputs.Add(new Output.Stream("stdout", output));
        }), one => one.Contains("time", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 samples, stride 2, 5 steps, 10 metres, 80s")]
    [InlineData("61,706 parameters; 7 s7; 12 sigma; 3 minima")]
    public void Other_numbers_are_no_times(string output) => Assert.Empty(Lint(one => one.Cells[2].Outputs.Add(new Output.Stream("stdout", output))));

    [Fact]
    public void A_figure_needs_a_caption_a_picture_and_words()
    {
        var findings = Lint(one => one.Cells[2].Outputs.Add(new Output.Display(new JsonObject { ["application/vnd.plotly.v1+json"] = new JsonObject(), ["text/plain"] = "CnnCourse.Plots.Figure" }, [])));
        Assert.Equal(3, findings.Length);
    }

    [Fact]
    public void A_link_to_nothing_is_named() => Finds("'#nowhere' has no heading", Lint(one => one.Cells[1].Source += " [x](#nowhere)"));

    [Fact]
    public void A_link_to_a_missing_file_is_named() => Finds("leads to no file", Lint(one => one.Cells[1].Source += " [x](09-none.ipynb)"));

    [Fact]
    public void A_link_into_another_notebook_is_followed() => Finds("has no heading there", Lint(one => one.Cells[1].Source += " [x](01-edges.ipynb#none)"));

    [Fact]
    public void Jupyter_anchors_are_understood() => Assert.Empty(Lint(one => one.Cells[1].Source += " [x](01-edges.ipynb#What-it-looks-like)"));

    [Fact]
    public void A_notebook_over_a_mebibyte_is_too_large() =>
        Assert.Contains(Lint(one => one.Cells[2].Outputs.Add(new Output.Stream("stdout", new string('x', 1 << 20)))), one => one.Contains("at most 1 MiB", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_no_notebook_is_one_finding()
    {
        var file = Path.Combine(course.NewFolder("broken"), "09-broken.ipynb");
        File.WriteAllText(file, "{");
        Assert.StartsWith("09-broken: is not JSON", Assert.Single(NotebookLint.Check(file, [])).ToString(), StringComparison.Ordinal);
    }
}
