using System.Diagnostics;
using System.Globalization;
using CnnCourse.Notebooks.Cells;

namespace CnnCourse.Notebooks;

/// <summary>
/// C# cells run one after another, each seeing what the earlier ones declared. Knows no socket and no file:
/// the kernel, the runner and tests use it alike. Cells run on one thread of the session's own, one at a time.
/// </summary>
public sealed class Session : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CellThread thread;
    private readonly Task<Compiler> ready;
    private readonly Dictionary<string, string> cells = [];
    private readonly Traceback traceback;
    private object?[] slots = new object?[64];
    private int used = 1;   // slot 0 is for a host object, which there is none of
    private int anonymous;

    public Session(SessionOptions? options = null)
    {
        options ??= new SessionOptions();
        ConsoleRouter.Install();
        traceback = new Traceback(cells);
        thread = new CellThread(options.InterruptGrace);
        ready = StartAsync(options);
    }

    /// <summary>Raised when a running cell is told to stop, for libraries that cannot poll <see cref="Interrupt.Token"/>.</summary>
    public event EventHandler? Interrupting;

    /// <summary>Completes when the compiler is warm and the startup hook has run; faults when the hook does.</summary>
    public Task Ready => ready;

    /// <summary>Runs a cell to its end. Calls wait for one another.</summary>
    /// <param name="cell">The name errors give it; "cell 1", "cell 2", ... when null.</param>
    public Task<CellResult> RunAsync(string code, ICellSink sink, string? cell = null, CancellationToken cancellationToken = default)
    {
        var name = cell ?? $"cell {Interlocked.Increment(ref anonymous)}";
        return InTurnAsync(name, sink, (compiler, token) => RunSectionsAsync(compiler, code, name, token), cancellationToken);
    }

    /// <summary>Runs the host's own code as if a cell did: on the cells' thread, with its output caught, and stoppable.</summary>
    public Task<CellResult> RunAsync(Action action, ICellSink sink, CancellationToken cancellationToken = default) =>
        InTurnAsync("", sink, (_, _) =>
        {
            action();
            return Task.FromResult<CellResult>(new CellResult.Nothing());
        }, cancellationToken);

    /// <summary>Ends the running cell: asks first, then tears it down. False when none runs. Variables of all cells stay.</summary>
    public bool Stop()
    {
        if (!thread.Interrupt())
            return false;
        Interrupting?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Names that can be written at a place in unfinished code. Answers while a cell runs.</summary>
    public async Task<Completions> CompleteAsync(string code, int position, CancellationToken cancellationToken = default) =>
        CompletionFinder.Find(await ready.ConfigureAwait(false), code, position, cancellationToken);

    /// <summary>Signature and documentation of the name at a place; null when there is none. Answers while a cell runs.</summary>
    public async Task<Hover?> InspectAsync(string code, int position, CancellationToken cancellationToken = default) =>
        HoverFinder.Find(await ready.ConfigureAwait(false), code, position, cancellationToken);

    public void Dispose()
    {
        thread.Dispose();
        turn.Dispose();
        if (ready.IsCompletedSuccessfully)
            ready.Result.Dispose();
    }

    private async Task<Compiler> StartAsync(SessionOptions options)
    {
        Compiler? compiler = null;
        await thread.RunAsync(_ =>
        {
            compiler = new Compiler(options);
            compiler.Compile("await Task.Yield(); $\"{1}\".Length", "warm-up", CancellationToken.None);
            options.Startup?.Invoke();
            return Task.CompletedTask;
        }, canBeInterrupted: false).ConfigureAwait(false);
        return compiler!;
    }

    private async Task<CellResult> InTurnAsync(
        string cell, ICellSink sink, Func<Compiler, CancellationToken, Task<CellResult>> run, CancellationToken cancellation)
    {
        var compiler = await ready.ConfigureAwait(false);
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            CellResult result = new CellResult.Interrupted();
            await thread.RunAsync(async token =>
            {
                using var stop = cancellation.Register(() => Stop());
                result = await GuardedAsync(cell, sink, () => run(compiler, token), token);
            }).ConfigureAwait(false);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CellResult> GuardedAsync(string cell, ICellSink sink, Func<Task<CellResult>> run, CancellationToken token)
    {
        var context = new CellContext(sink, token);
        CellContext.Current = context;
        try
        {
            return await run();
        }
        catch (CompilationException failed)
        {
            return new CellResult.Failed(failed.Error);
        }
        catch (Exception thrown)
        {
            return token.IsCancellationRequested && IsInterruption(thrown)
                ? new CellResult.Interrupted()
                : new CellResult.Failed(traceback.Describe(thrown, cell));
        }
        finally
        {
            context.Streams.Dispose();
            CellContext.Current = null;
        }
    }

    private async Task<CellResult> RunSectionsAsync(Compiler compiler, string code, string cell, CancellationToken token)
    {
        cells[cell] = code;
        CellResult result = new CellResult.Nothing();
        long? since = null;
        foreach (var section in Magics.Split(code, cell))
        {
            if (section.Kind == "time")
                since = Stopwatch.GetTimestamp();
            else if (section.Kind == "csharp")
                result = await RunCSharpAsync(compiler, section.Text, cell, token);
            else
                Shown.Show(Rendering.Text("text/" + section.Kind, section.Text));
        }
        if (since is { } start)
            Shown.Show(Rendering.Text("text/plain",
                string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms")));
        return result;
    }

    /// <summary>Tasks, parallel loops and reflection wrap what ended them.</summary>
    private static bool IsInterruption(Exception? thrown) => thrown switch
    {
        null => false,
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException many => many.InnerExceptions.Any(IsInterruption),
        _ => IsInterruption(thrown.InnerException),
    };

    private async Task<CellResult> RunCSharpAsync(Compiler compiler, string code, string cell, CancellationToken token)
    {
        var submission = compiler.Compile(code, cell, token);
        foreach (var warning in submission.Warnings)
            await Console.Error.WriteLineAsync(warning);
        if (used == slots.Length)
            Array.Resize(ref slots, 2 * used);
        if (submission.IsKept)
            used++;
        var value = await submission.Start(slots);
        return submission.HasValue ? new CellResult.Value(value, Rendering.Render(value)) : new CellResult.Nothing();
    }
}
