using System.CommandLine;
using System.Text.Json;
using CnnCourse.Cli.Running;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course run</c>: runs notebooks headless; exit code 0 only if every cell passed.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "number, name or path; all in order when left out", Arity = ArgumentArity.ZeroOrMore };
        var device = new Option<string>("--device") { Description = "auto (CUDA where there is one), cpu, cuda or cuda:1", DefaultValueFactory = _ => "auto" };
        var full = new Option<bool>("--full") { Description = "the paper's setting instead of quick mode" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "write the executed notebooks to this folder", HelpName = "DIR" };
        var write = new Option<bool>("--write") { Description = "write outputs back into the notebooks that passed; each runs on one thread, so that --jobs does not change them" };
        var junit = new Option<FileInfo?>("--junit") { Description = "write a JUnit report to this file", HelpName = "FILE" };
        var jobs = new Option<int>("--jobs") { Description = "notebooks at a time (as many as cores and memory allow when left out)", HelpName = "N" };
        var report = new Option<FileInfo?>("--report") { Hidden = true };
        var command = new Command("run", "Run notebooks, cell by cell, and check them.") { notebooks, device, full, output, write, jobs, junit, report };
        command.SetAction(async (parsed, stop) =>
        {
            var files = NotebookFiles.Resolve(parsed.GetValue(notebooks)!);
            if (files.Count == 0) throw new UserError($"there is no notebook in {Repository.Notebooks}", 1);
            if (parsed.GetValue(jobs) < 0) throw new UserError("--jobs takes the number of notebooks to run at a time, at least 1");
            CourseEnvironment.Set(parsed.GetValue(device)!, parsed.GetValue(full));
            var options = new RunnerOptions
            {
                OutDirectory = parsed.GetValue(output)?.FullName,
                WriteBack = parsed.GetValue(write),
                IncludeSlow = parsed.GetValue(full),
                IncludeGpu = CourseEnvironment.IsCuda,
                CellTimeout = parsed.GetValue(full) ? TimeSpan.FromHours(6) : TimeSpan.FromMinutes(10),
            };
            var isHere = files.Count == 1 && (!options.WriteBack || NotebookJobs.HasOneThread);
            var reports = isHere
                ? [await RunHereAsync(files[0], options, stop)]
                : await RunApartAsync(files, parsed.GetValue(jobs), Words(parsed.GetValue(device)!, parsed.GetValue(full), options), stop);
            if (parsed.GetValue(junit) is { } file) JUnitReport.Write(reports, file.FullName);
            if (parsed.GetValue(report) is { } result) await File.WriteAllTextAsync(result.FullName, JsonSerializer.Serialize(reports[0]), CancellationToken.None);
            return reports.All(r => r.Passed) && !stop.IsCancellationRequested ? 0 : 1;
        });
        return command;
    }

    private static async Task<NotebookReport> RunHereAsync(string file, RunnerOptions options, CancellationToken stop)
    {
        using var line = new ProgressLine(Console.Out, !Console.IsOutputRedirected);
        var report = await new Runner(CourseSession.Options, options, line).RunAsync(file, stop);
        line.Clear();
        Say(report);
        return report;
    }

    private static async Task<IReadOnlyList<NotebookReport>> RunApartAsync(IReadOnlyList<string> files, int jobs, IReadOnlyList<string> words, CancellationToken stop)
    {
        using var places = new NotebookJobs(jobs, files.Count, threads: words.Contains("--write") ? 1 : 0);
        var runs = files.Select(file => places.RunAsync(file, words, stop)).ToList();
        List<NotebookReport> reports = [];
        foreach (var run in runs)
        {
            reports.Add(await run);
            Say(reports[^1]);
        }
        return reports;
    }

    /// <summary>The options again, for a process that runs one notebook.</summary>
    private static string[] Words(string device, bool full, RunnerOptions options) =>
    [
        "--device", device, .. full ? ["--full"] : (string[])[], .. options.WriteBack ? ["--write"] : (string[])[],
        .. options.OutDirectory is { } folder ? ["--out", folder] : (string[])[],
    ];

    private static void Say(NotebookReport report)
    {
        Console.WriteLine(Summary.Line(report));
        if (Summary.Failure(report) is { } failure) Console.Error.WriteLine(failure);
    }
}
