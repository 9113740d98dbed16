namespace CnnCourse.Notebooks.Tests;

public sealed class RunnerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Counts_cells_and_checks_and_writes_outputs_back()
    {
        var path = Save(Code("var x = 2;"), Markdown("# Title"), Code("Console.WriteLine(\"hi\"); display(x); x", "check"),
            Code("Check.Equal(2, x, \"x\"); Check.Close(1.0, 1.05, 0.1, \"near\");"));
        var report = await RunAsync(path, new RunnerOptions { WriteBack = true });
        Assert.True(report.Passed);
        Assert.Equal((3, 3, 0, "Title"), (report.CellsRun, report.ChecksPassed, report.ChecksFailed, report.Title));
        var cells = Notebook.Load(path).Cells;
        Assert.Equal(2, cells[2].ExecutionCount);
        Assert.Equal(new Output.Stream("stdout", "hi\n"), cells[2].Outputs[0]);
        Assert.Equal("2", Notebook.Text(Assert.IsType<Output.Result>(cells[2].Outputs[2]).Data["text/plain"]));
        Assert.Equal(new Output.Stream("stdout", "✓ x: 2\n✓ near: 1.05\n"), cells[3].Outputs.Single());
    }

    [Fact]
    public async Task A_second_run_changes_no_byte()
    {
        var path = Save(Code("var d = display(new { A = 1 }); d.Update(new[] { 1, 2 }); new Dictionary<string, int> { [\"a\"] = 1 }"),
            Code("int Unused() { int k; return 1; }\nHTML(\"<b>x</b>\")"), Code("throw new Exception(\"expected\");", "raises-exception"));
        Assert.True((await RunAsync(path, new RunnerOptions { WriteBack = true })).Passed);
        var first = File.ReadAllText(path);
        Assert.True((await RunAsync(path, new RunnerOptions { WriteBack = true })).Passed);
        Assert.Equal(first, File.ReadAllText(path));
    }

    [Fact]
    public async Task A_measured_time_stays_until_code_changes()
    {
        var path = Save(Code("1"), Code("Guid.NewGuid()", "timing"));
        await RunAsync(path, new RunnerOptions { WriteBack = true });
        var first = File.ReadAllText(path);
        await RunAsync(path, new RunnerOptions { WriteBack = true });
        Assert.Equal(first, File.ReadAllText(path));
        var notebook = Notebook.Load(path);
        notebook.Cells[0].Source = "2";
        notebook.Save(path);
        await RunAsync(path, new RunnerOptions { WriteBack = true });
        Assert.NotEqual(GuidOf(first), GuidOf(File.ReadAllText(path)));

        static string GuidOf(string text) => System.Text.RegularExpressions.Regex.Match(text, @"\w{8}(-\w{4}){3}-\w{12}").Value;
    }

    [Fact]
    public async Task A_failing_cell_is_reported_with_number_line_error_and_what_it_had_printed()
    {
        var path = Save(Code("1"), Markdown("text"), Code("Console.WriteLine(\"so far\");\n\nthrow new InvalidOperationException(\"boom\");"), Code("2"));
        var before = File.ReadAllText(path);
        var report = await RunAsync(path, new RunnerOptions { WriteBack = true, OutDirectory = Path.Combine(folder, "out") });
        Assert.False(report.Passed);
        var failure = report.Failure!;
        Assert.Equal((2, 3, "so far\n"), (failure.Cell, failure.Line, failure.Printed));
        Assert.Equal("System.InvalidOperationException: boom", failure.Message);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], report.Cells.Select(cell => cell.Status));
        Assert.Equal(before, File.ReadAllText(path));
        Assert.IsType<Output.Error>(Notebook.Load(Path.Combine(folder, "out", "test.ipynb")).Cells[2].Outputs[1]);
    }

    [Fact]
    public async Task A_failed_check_fails_the_notebook_and_says_what_was_expected()
    {
        var report = await RunAsync(Save(Code("Check.That(true, \"fine\");\nCheck.Equal(156, 150, \"C1 parameters\");")));
        Assert.Equal((1, 1), (report.ChecksPassed, report.ChecksFailed));
        Assert.EndsWith("C1 parameters: expected 156, got 150", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(2, report.Failure.Line);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped()
    {
        var report = await RunAsync(Save(Code("while (true) { }")), new RunnerOptions { CellTimeout = TimeSpan.FromSeconds(1) });
        Assert.Equal("The cell was stopped after 1 s, its time limit.", report.Failure!.Message);
    }

    [Fact]
    public async Task A_file_that_is_not_json_is_reported_not_thrown()
    {
        var path = Path.Combine(folder, "bad.ipynb");
        await File.WriteAllTextAsync(path, "oops");
        var report = await RunAsync(path);
        Assert.False(report.Passed);
        Assert.Contains("is not JSON", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_in_another_language_is_refused()
    {
        var notebook = new Notebook { Metadata = new() { ["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "python3", ["language"] = "python" } } };
        var path = Path.Combine(folder, "python.ipynb");
        notebook.Save(path);
        Assert.Contains("is written in python", (await RunAsync(path)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_and_gpu_cells_keep_their_outputs_when_skipped()
    {
        var slow = Code("Console.WriteLine(\"new\");", "slow");
        slow.Outputs.Add(new Output.Stream("stdout", "old\n"));
        var path = Save(slow, Code("missing()", "gpu"), Code("1"));
        var report = await RunAsync(path, new RunnerOptions { IncludeSlow = false, WriteBack = true });
        Assert.Equal([CellStatus.Skipped, CellStatus.Skipped, CellStatus.Passed], report.Cells.Select(cell => cell.Status));
        Assert.Equal(new Output.Stream("stdout", "old\n"), Notebook.Load(path).Cells[0].Outputs.Single());
    }

    [Fact]
    public async Task An_unsolved_exercise_is_open_and_its_solution_must_hold()
    {
        var path = Save(Code("int answer = 0;\nCheck.Equal(156, answer, \"parameters\");", "exercise"),
            Code("answer = 156;\nCheck.Equal(156, answer, \"parameters\");", "solution"));
        var report = await RunAsync(path);
        Assert.True(report.Passed);
        Assert.Equal((1, 0), (report.ChecksPassed, report.ChecksFailed));
        Assert.Equal(CellStatus.Open, report.Cells[0].Status);
        Assert.False((await RunAsync(Save(Code("Check.That(false, \"solved\");", "solution")))).Passed);
    }

    [Fact]
    public async Task An_exact_cell_must_print_what_was_committed()
    {
        var path = Save(Code("Console.WriteLine(\"total\");\nConsole.WriteLine(60_000 + 1);\n1 + 1", "exact"));
        Assert.True((await RunAsync(path, new RunnerOptions { WriteBack = true })).Passed);
        Assert.True((await RunAsync(path)).Passed);
        File.WriteAllText(path, File.ReadAllText(path).Replace("60001", "60002", StringComparison.Ordinal));
        var report = await RunAsync(path, new RunnerOptions { WriteBack = true });
        Assert.EndsWith("line 2 of its output: committed \"60002\", now \"60001\".", report.Failure!.Message, StringComparison.Ordinal);
        Assert.True((await RunAsync(path, new RunnerOptions { WriteBack = true, AcceptNewOutputs = true })).Passed);
        Assert.True((await RunAsync(path)).Passed);
    }

    [Fact]
    public async Task The_xml_report_has_a_suite_per_notebook_and_a_case_per_cell()
    {
        var report = await RunAsync(Save(Code("Console.Write(\"\\u001b[1m\");\nthrow new Exception(\"a < b\");"), Code("2")));
        var path = Path.Combine(folder, "report.xml");
        JUnitReport.Write([report], path);
        var suite = System.Xml.Linq.XDocument.Load(path).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1", "1"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
        Assert.Equal("System.Exception: a < b", (string?)suite.Element("testcase")!.Element("failure")!.Attribute("message"));
    }

    private static Task<NotebookReport> RunAsync(string path, RunnerOptions? options = null) =>
        new Runner(new SessionOptions(), options ?? new RunnerOptions()).RunAsync(path);

    private static Cell Code(string source, params string[] tags) => new()
    {
        Kind = CellKind.Code,
        Id = $"c{source.Length}-{source.GetHashCode(StringComparison.Ordinal):x}",
        Source = source,
        Metadata = tags.Length == 0 ? [] : new() { ["tags"] = new System.Text.Json.Nodes.JsonArray([.. tags.Select(tag => System.Text.Json.Nodes.JsonValue.Create(tag))]) },
    };

    private static Cell Markdown(string source) => new() { Kind = CellKind.Markdown, Id = "m", Source = source };

    private string Save(params Cell[] cells)
    {
        var path = Path.Combine(folder, "test.ipynb");
        new Notebook { Cells = [.. cells] }.Save(path);
        return path;
    }
}
