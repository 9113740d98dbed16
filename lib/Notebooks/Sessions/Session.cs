using System.Diagnostics;
using System.Globalization;

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
    public async Task<CellResult> RunAsync(string code, ICellSink sink, string? cell = null, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cell ??= $"cell {++anonymous}";
            var compiler = await ready.ConfigureAwait(false);
            CellResult result = new CellResult.Nothing();
            var hasEnded = await thread.RunAsync(async token =>
            {
                using var stop = cancellationToken.Register(() => Stop());
                result = await RunOnThreadAsync(compiler, code, cell, sink, token);
            }).ConfigureAwait(false);
            return hasEnded ? result : new CellResult.Interrupted();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the running cell: asks first, then tears it down. False when none runs. Variables of all cells stay.</summary>
    public bool Stop()
    {
        if (!thread.Interrupt())
            return false;
        Interrupting?.Invoke(this, EventArgs.Empty);
        return true;
    }

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

    private async Task<CellResult> RunOnThreadAsync(Compiler compiler, string code, string cell, ICellSink sink, CancellationToken token)
    {
        cells[cell] = code;
        var context = new CellContext(sink, token);
        CellContext.Current = context;
        try
        {
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
