using System.Xml.Linq;

namespace CnnCourse.Cli.Tests;

public sealed class Notebooks_side_by_side : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task They_are_reported_in_order_and_one_that_fails_leaves_the_others()
    {
        var slow = folder.Notebook("slow.ipynb", "Thread.Sleep(1500); manual_seed(1); rand(1).item<float>()");
        var bad = folder.Notebook("bad.ipynb", "throw new InvalidOperationException(\"on purpose\");");
        var good = folder.Notebook("good.ipynb", "manual_seed(1); rand(1).item<float>()", "Check.Equal(2, 1 + 1, \"one and one\");");
        var junit = Path.Combine(Path.GetDirectoryName(slow)!, "report.xml");
        var answer = await CourseProcess.RunAsync($"run {slow} {bad} {good} --jobs 3 --junit {junit}");
        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(["slow", "bad", "good"], answer.Output.Trim().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Contains("bad, cell 1: ", answer.ErrorLines[0], StringComparison.Ordinal);
        var suites = XDocument.Load(junit).Root!.Elements().Select(suite => ((string)suite.Attribute("name")!, (string)suite.Attribute("failures")!));
        Assert.Equal([("slow", "0"), ("bad", "1"), ("good", "0")], suites);
    }

    [Fact]
    public async Task Fewer_than_no_jobs_are_refused()
    {
        var answer = await CourseProcess.RunAsync($"run {folder.Notebook("one.ipynb", "1")} --jobs -1");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--jobs", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
