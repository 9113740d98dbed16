using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>Runs notebooks without a client, in this process, cell by cell, and says how they went.</summary>
public sealed class Runner(SessionOptions session, RunnerOptions options, IProgress<RunProgress>? progress = null)
{
    private static readonly TimeSpan PatienceAfterTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Never throws for what is wrong with the notebook: that is in the report.</summary>
    public async Task<NotebookReport> RunAsync(string path, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        using var cells = new Session(session with { BaseDirectory = Path.GetDirectoryName(Path.GetFullPath(path))! });
        try
        {
            var notebook = Notebook.Load(path);
            if (notebook.Language != "csharp")
                throw new NotebookFormatException(path, $"is written in {notebook.Language}; only C# notebooks run here.");
            await cells.Ready.ConfigureAwait(false);
            var isUnchanged = Fingerprint.Read(notebook) == Fingerprint.Of(notebook, session.References);
            var committed = Measured(notebook);
            var before = Environment.CpuUsage.TotalTime;
            var reports = await RunCellsAsync(notebook, Path.GetFileNameWithoutExtension(path), cells, cancellationToken).ConfigureAwait(false);
            var report = new NotebookReport(path, notebook.Title, reports, watch.Elapsed);
            var used = Environment.CpuUsage.TotalTime - before;
            Write(notebook, report, isUnchanged && RunTime.Read(notebook) is not null ? null : used, isUnchanged ? committed : []);
            return report;
        }
        catch (NotebookFormatException bad)
        {
            return new NotebookReport(path, "", [], watch.Elapsed, bad.Message);
        }
    }

    private async Task<List<CellReport>> RunCellsAsync(Notebook notebook, string name, Session cells, CancellationToken cancellation)
    {
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        List<CellReport> reports = [];
        OutputCollector? earlier = null;
        var hasFailed = false;
        for (var i = 0; i < code.Length; i++)
        {
            var number = i + 1;
            if (hasFailed || IsSkipped(code[i]))
            {
                reports.Add(new CellReport(number, hasFailed ? CellStatus.NotRun : CellStatus.Skipped, TimeSpan.Zero, 0, 0));
                continue;
            }
            progress?.Report(new RunProgress(name, number, code.Length, null));
            var collector = new OutputCollector(code[i].Outputs, shown =>
            {
                if (shown is CellEvent.Stream { Text: var text })
                    progress?.Report(new RunProgress(name, number, code.Length, text));
            });
            if (earlier is not null)
                collector.Continue(earlier);
            earlier = collector;
            var report = await RunCellAsync(code[i], number, cells, collector, cancellation).ConfigureAwait(false);
            reports.Add(report);
            hasFailed = report.Status == CellStatus.Failed;
        }
        return reports;
    }

    private bool IsSkipped(Cell cell) =>
        string.IsNullOrWhiteSpace(cell.Source) || cell.Has("slow") && !options.IncludeSlow || cell.Has("gpu") && !options.IncludeGpu;

    private async Task<CellReport> RunCellAsync(Cell cell, int number, Session cells, OutputCollector collector, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var committed = cell.ExecutionCount is null ? null : ExactText(cell.Outputs);
        cell.Metadata.Remove("execution");
        cell.ExecutionCount = number;
        cell.Outputs.Clear();
        var (result, hasTimedOut) = await RunWithTimeoutAsync(cell, number, cells, collector, cancellation).ConfigureAwait(false);
        var failure = result switch
        {
            CellResult.Failed { Error: var error } => Failed(error.Traceback is [var first, ..] ? first : error.Message, error),
            CellResult.Interrupted when hasTimedOut => Failed($"The cell was stopped after {options.CellTimeout.TotalSeconds:0.#} s, its time limit."),
            CellResult.Interrupted => Failed("The cell was stopped."),
            _ => null,
        };
        if (result is CellResult.Value value)
            cell.Outputs.Add(new Output.Result(Output.ToData(value.Bundle), [], number));
        if (result is CellResult.Failed { Error: var thrown })
            cell.Outputs.Add(new Output.Error(thrown.Name, thrown.Message, thrown.Traceback));
        if (failure is null && cell.Has("exact") && committed is not null && !options.AcceptNewOutputs && ExactText(cell.Outputs) is var text && text != committed)
            failure = Failed(Difference(committed, text));

        var (passed, failed) = (collector.ChecksPassed, collector.ChecksFailed);
        if (cell.Has("check") && passed + failed == 0)
            (passed, failed) = failure is null ? (1, 0) : (0, 1);
        if (failure is null)
            return new CellReport(number, CellStatus.Passed, watch.Elapsed, passed, failed);
        if (cell.Has("raises-exception"))
            return new CellReport(number, CellStatus.Passed, watch.Elapsed, passed, 0);
        if (cell.Has("exercise") && !hasTimedOut)
            return new CellReport(number, CellStatus.Open, watch.Elapsed, passed, 0, failure);
        return new CellReport(number, CellStatus.Failed, watch.Elapsed, passed, failed, failure);

        CellFailure Failed(string message, CellError? error = null) =>
            new(number, message, error?.Line ?? 0, error?.SourceLine ?? "", error?.Traceback ?? [message], collector.Text);
    }

    private async Task<(CellResult, bool HasTimedOut)> RunWithTimeoutAsync(
        Cell cell, int number, Session cells, OutputCollector collector, CancellationToken cancellation)
    {
        var source = cell.Language is { } language and not "csharp" ? $"#!{language}\n{cell.Source}" : cell.Source;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.CellTimeout);
        var run = cells.RunAsync(source, collector, $"cell {number}", limit.Token);
        try
        {
            var result = await run.WaitAsync(options.CellTimeout + PatienceAfterTimeout, cancellation).ConfigureAwait(false);
            return (result, result is CellResult.Interrupted && !cancellation.IsCancellationRequested);
        }
        catch (Exception stuck) when (stuck is TimeoutException or OperationCanceledException)
        {
            return (new CellResult.Interrupted(), stuck is TimeoutException);   // stuck in native code: the report must not wait for it
        }
    }

    /// <summary>Cells tagged <c>timing</c> show how fast this machine is; while no code changes, what was committed stays.</summary>
    private static (Cell Cell, Output[] Outputs)[] Measured(Notebook notebook) =>
        [.. notebook.Cells.Where(cell => cell.Has("timing") && cell.ExecutionCount is not null).Select(cell => (cell, cell.Outputs.ToArray()))];

    private void Write(Notebook notebook, NotebookReport report, TimeSpan? used, IEnumerable<(Cell Cell, Output[] Outputs)> measured)
    {
        notebook.Metadata["kernelspec"] ??= new JsonObject { ["display_name"] = "C# (CNN course)", ["language"] = "C#", ["name"] = "cnn-csharp" };
        if (report.Passed)
            Fingerprint.Write(notebook, session.References);
        if (options.OutDirectory is { } directory)
            notebook.Save(Path.Combine(Directory.CreateDirectory(directory).FullName, Path.GetFileName(report.Path)));
        if (!options.WriteBack || !report.Passed)
            return;
        foreach (var (cell, outputs) in measured)
        {
            cell.Outputs.Clear();
            cell.Outputs.AddRange(outputs);
        }
        if (used is { } time)
            RunTime.Write(notebook, time);
        notebook.Save(report.Path);
    }

    /// <summary>What <c>exact</c> compares: printed text and the plain-text form of values.</summary>
    private static string ExactText(IEnumerable<Output> outputs) => string.Concat(outputs.Select(output => output switch
    {
        Output.Stream { Name: "stdout" } stream => stream.Text,
        Output.Display shown => Notebook.Text(shown.Data["text/plain"]) + "\n",
        Output.Result result => Notebook.Text(result.Data["text/plain"]) + "\n",
        _ => "",
    }));

    private static string Difference(string committed, string text)
    {
        var (before, now) = (committed.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, now.Length))
            .First(i => before.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"The cell is tagged exact and printed something new in line {line + 1} of its output: "
            + $"committed \"{before.ElementAtOrDefault(line)}\", now \"{now.ElementAtOrDefault(line)}\".";
    }
}
