using System.Xml.Linq;
using CnnCourse.Notebooks;

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

    [Theory]   // training depends on the number of threads in its last digits
    [InlineData("--jobs 1 --write", "1")]
    [InlineData("--jobs 2 --write", "1")]
    [InlineData("--out OUT", "3")]
    public async Task Outputs_that_are_kept_come_from_one_thread(string options, string threads)
    {
        var file = folder.Notebook("threads.ipynb", "get_num_threads()");
        var output = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "out")).FullName;
        var answer = await CourseProcess.RunAsync($"run {file} {options.Replace("OUT", output, StringComparison.Ordinal)}", ("OMP_NUM_THREADS", "3"));
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var written = Notebook.Load(options.Contains("--write", StringComparison.Ordinal) ? file : Path.Combine(output, "threads.ipynb"));
        var value = Assert.IsType<Output.Result>(Assert.Single(written.Cells[0].Outputs));
        Assert.Equal(threads, value.Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task Fewer_than_no_jobs_are_refused()
    {
        var answer = await CourseProcess.RunAsync($"run {folder.Notebook("one.ipynb", "1")} --jobs -1");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--jobs", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
