using System.Diagnostics;

namespace CnnCourse.Notebooks.Tests;

public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan WithinOneSecond = TimeSpan.FromSeconds(1);
    private readonly Recorder cells = new();

    public void Dispose() => cells.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("do x++; while (true);")]
    [InlineData("again: goto again;")]
    [InlineData("void Spin() { while (true) { } } Spin();")]
    [InlineData("Action spin = () => { while (true) { } }; spin();")]
    [InlineData("class Loop { public void Run() { while (true) { } } } new Loop().Run();")]
    [InlineData("foreach (var i in Forever()) { } IEnumerable<int> Forever() { while (true) yield return 1; }")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(50); } catch (Exception) { } }")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80)")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("Enumerable.Repeat(1, 1_000_000).Select(i => { Thread.Sleep(1); return i; }).ToList();")]
    [InlineData("Interrupt.Token.WaitHandle.WaitOne(); Interrupt.Token.ThrowIfCancellationRequested();")]
    [InlineData("while (true) Console.WriteLine(1);")]
    public async Task Stop_ends_the_cell_within_a_second_and_keeps_the_state(string code)
    {
        await cells.RunAsync("var x = 41;");
        var run = cells.RunAsync("Console.Write(\"started\");" + code);
        for (var i = 0; i < 500 && cells.Printed.Length == 0; i++)
            await Task.Delay(10);
        await Task.Delay(50);
        var watch = Stopwatch.StartNew();
        Assert.True(cells.Session.Stop());
        Assert.IsType<CellResult.Interrupted>(await run.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, WithinOneSecond);
        Assert.True((int)(await cells.ValueAsync("x"))! >= 41);
    }

    [Fact]
    public async Task The_event_reaches_libraries_that_cannot_poll()
    {
        var told = new TaskCompletionSource();
        cells.Session.Interrupting += (_, _) => told.TrySetResult();
        var run = cells.RunAsync("Thread.Sleep(-1);");
        while (!cells.Session.Stop())
            await Task.Delay(10);
        await told.Task.WaitAsync(WithinOneSecond);
        await run;
    }

    [Fact]
    public async Task Code_that_stops_by_itself_may_still_print()
    {
        var run = cells.RunAsync("""
            Console.WriteLine("started");
            try { await Task.Delay(-1, Interrupt.Token); }
            catch (OperationCanceledException) { Console.Write("stopped at step 3"); }
            """);
        while (cells.Printed.Length == 0)
            await Task.Delay(10);
        cells.Session.Stop();
        await run.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("started\nstopped at step 3", cells.Printed);
    }

    [Fact]
    public void Stop_without_a_running_cell_says_so() => Assert.False(cells.Session.Stop());

    [Fact]
    public async Task A_cancelled_token_stops_the_cell()
    {
        using var stop = new CancellationTokenSource();
        await cells.RunAsync("1");
        var run = cells.Session.RunAsync("while (true) { }", cells, cancellationToken: stop.Token);
        await stop.CancelAsync();
        Assert.IsType<CellResult.Interrupted>(await run.WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
