using CnnCourse.Cli.Running;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Testing;

/// <summary>
/// The course's notebooks as tests, in quick mode: each cell that runs and each check that holds counts as one. Every notebook
/// runs a second time through the kernel, driven by nbclient, and must leave the same outputs; that counts as one more.
/// </summary>
internal static class NotebookTests
{
    private static readonly string Client = Path.Combine(Repository.Root, "tests/Notebooks/Jupyter/roundtrip.py");

    public static async Task<TestCount> RunAsync(string? filter, CancellationToken stop)
    {
        var files = NotebookFiles.All().Where(f => filter is null || Path.GetFileName(f).Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        CourseEnvironment.Set("auto", full: false);
        var folder = Directory.CreateTempSubdirectory("course-notebooks").FullName;
        using var jobs = new NotebookJobs(0, 2 * files.Count, folder);
        var runs = files.Select(file => (Runner: jobs.RunAsync(file, ["--out", Path.Combine(folder, "runner")], stop), Client: ClientAsync(jobs, file, folder, stop))).ToList();
        var total = new TestCount();
        foreach (var (runner, client) in runs)
        {
            var report = await runner;
            Console.WriteLine(Summary.Line(report));
            if (Summary.Failure(report) is { } failure) Console.WriteLine(failure);
            total += new TestCount(
                report.Cells.Count(c => c.Status is CellStatus.Passed or CellStatus.Open) + report.ChecksPassed,
                report.Passed ? 0 : Math.Max(1, report.Cells.Count(c => c.Status is CellStatus.Failed or CellStatus.NotRun)));
            var difference = await client is { } broken ? broken
                : report.Passed ? Differences.Between(Executed(folder, "runner", report.Path), Executed(folder, "client", report.Path)) : null;
            if (difference is not null) Console.WriteLine($"FAILED {report.Name}: {difference}");
            total += difference is null ? new TestCount(1, 0) : new TestCount(0, 1);
        }
        Directory.Delete(folder, recursive: true);
        return total;
    }

    /// <summary>Runs a notebook through the kernel; what went wrong, or null.</summary>
    private static async Task<string?> ClientAsync(NotebookJobs jobs, string file, string folder, CancellationToken stop)
    {
        var target = Executed(folder, "client", file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var (code, error) = await jobs.StartAsync("/usr/bin/python3",
            [Client, file, target, CourseEnvironment.IsCuda ? "slow" : "slow,gpu", "dotnet", typeof(NotebookTests).Assembly.Location, "kernel", "--connection-file", "{connection_file}"], stop);
        return code == 0 ? null : $"nbclient could not run it: {error.Trim().Split('\n')[^1]}";
    }

    private static string Executed(string folder, string by, string file) => Path.Combine(folder, by, Path.GetFileName(file));
}
