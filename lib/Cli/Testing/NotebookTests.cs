using CnnCourse.Cli.Running;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Testing;

/// <summary>The course's notebooks as tests, in quick mode: each cell that runs and each check that holds counts as one.</summary>
internal static class NotebookTests
{
    public static async Task<TestCount> RunAsync(string? filter, CancellationToken stop)
    {
        CourseEnvironment.Set("auto", full: false);
        var progress = Path.GetTempFileName();   // the learner's own progress stays as it is
        Environment.SetEnvironmentVariable("COURSE_PROGRESS", progress);
        var total = new TestCount();
        var options = new RunnerOptions { IncludeSlow = false, IncludeGpu = CourseEnvironment.IsCuda };
        foreach (var file in NotebookFiles.All().Where(f => filter is null || Path.GetFileName(f).Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            var report = await new Runner(CourseSession.Options, options).RunAsync(file, stop);
            Console.WriteLine(Summary.Line(report));
            if (Summary.Failure(report) is { } failure) Console.WriteLine(failure);
            total += new TestCount(
                report.Cells.Count(c => c.Status is CellStatus.Passed or CellStatus.Open) + report.ChecksPassed,
                report.Passed ? 0 : Math.Max(1, report.Cells.Count(c => c.Status is CellStatus.Failed or CellStatus.NotRun)));
        }
        File.Delete(progress);
        return total;
    }
}
