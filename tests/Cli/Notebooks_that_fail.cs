namespace CnnCourse.Cli.Tests;

public sealed class Notebooks_that_fail : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_that_passes_is_one_line_and_code_0()
    {
        var answer = await CourseProcess.RunAsync("run " + folder.Notebook("good.ipynb", "var two = 1 + 1;", "Check.Equal(2, two, \"one and one\");"));
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        var line = Assert.Single(answer.Output.Trim().Split('\n'));
        Assert.Matches(@"^good\s+passed\s+2 cells\s+1 checks\s+\d+\.\d s$", line);
    }

    [Fact]
    public async Task A_notebook_that_throws_names_cell_and_line()
    {
        var answer = await CourseProcess.RunAsync("run " + folder.Notebook("bad.ipynb", "var a = 1;", "Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"on purpose\");"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("bad, cell 2: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("on purpose", answer.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("before", answer.Error, StringComparison.Ordinal);
        Assert.Contains("line 2", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_does_not_hold_fails_the_run()
    {
        var answer = await CourseProcess.RunAsync("run " + folder.Notebook("false.ipynb", "Check.Equal(3, 1 + 1, \"one and one\");"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("expected 3, got 2", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_is_not_json_is_named()
    {
        await File.WriteAllTextAsync(folder.File("broken.ipynb"), "this is no JSON");
        var answer = await CourseProcess.RunAsync("run " + folder.File("broken.ipynb"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("broken.ipynb", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_executed_copy_goes_to_out_and_the_source_stays()
    {
        var source = folder.Notebook("copy.ipynb", "1 + 1");
        var before = await File.ReadAllTextAsync(source);
        var answer = await CourseProcess.RunAsync($"run {source} --out {folder.File("out")}");
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(source));
        Assert.Contains("\"2\"", await File.ReadAllTextAsync(folder.File("out/copy.ipynb")), StringComparison.Ordinal);
    }
}
