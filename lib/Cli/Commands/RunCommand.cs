using System.CommandLine;
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
        var write = new Option<bool>("--write") { Description = "write outputs back into the notebooks that passed" };
        var junit = new Option<FileInfo?>("--junit") { Description = "write a JUnit report to this file", HelpName = "FILE" };
        var command = new Command("run", "Run notebooks, cell by cell, and check them.") { notebooks, device, full, output, write, junit };
        command.SetAction((parsed, stop) =>
        {
            CourseEnvironment.Set(parsed.GetValue(device)!, parsed.GetValue(full));
            var options = new RunnerOptions
            {
                OutDirectory = parsed.GetValue(output)?.FullName,
                WriteBack = parsed.GetValue(write),
                IncludeSlow = parsed.GetValue(full),
                IncludeGpu = CourseEnvironment.IsCuda,
                CellTimeout = parsed.GetValue(full) ? TimeSpan.FromHours(6) : TimeSpan.FromMinutes(10),
            };
            return RunAsync(NotebookFiles.Resolve(parsed.GetValue(notebooks)!), options, parsed.GetValue(junit), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> files, RunnerOptions options, FileInfo? junit, CancellationToken stop)
    {
        if (files.Count == 0) throw new UserError($"there is no notebook in {Repository.Notebooks}", 1);
        var reports = new List<NotebookReport>();
        foreach (var file in files)
        {
            using var line = new ProgressLine(Console.Out, !Console.IsOutputRedirected);
            var report = await new Runner(CourseSession.Options, options, line).RunAsync(file, stop);
            line.Clear();
            reports.Add(report);
            Console.WriteLine(Summary.Line(report));
            if (Summary.Failure(report) is { } failure) Console.Error.WriteLine(failure);
            if (stop.IsCancellationRequested) break;
        }
        if (junit is not null) JUnitReport.Write(reports, junit.FullName);
        return reports.TrueForAll(r => r.Passed) && !stop.IsCancellationRequested ? 0 : 1;
    }
}
