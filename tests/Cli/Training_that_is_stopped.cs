using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Tests;

public sealed class Training_that_is_stopped : ICellSink
{
    private const string Setup = """
        var set = new ImageSet(randn(256, 1, 32, 32), arange(256, int64).remainder(10), Enumerable.Range(0, 10).Select(k => $"{k}").ToArray());
        var model = ModelZoo.Create("lenet5");
        var run = new TrainingRun(model, new(set, set), new Recipe { Epochs = 100_000 });
        """;

    private readonly List<CellEvent> events = [];

    private static string Text(IReadOnlyDictionary<string, object> bundle) => (string)bundle["text/plain"];

    void ICellSink.Publish(CellEvent shown)
    {
        lock (events) events.Add(shown);
    }

    [Fact]
    public async Task A_stopped_cell_keeps_the_history_and_the_run_goes_on()
    {
        using var session = new Session(CourseSession.Options);
        Assert.IsNotType<CellResult.Failed>(await session.RunAsync(Setup, this, "cell 1"));

        using var stop = new CancellationTokenSource();
        var cell = session.RunAsync("var history = Trainer.Continue(run, new TrainingBar());", this, "cell 2", stop.Token);
        await Until(() => events.Count > 3);
        await stop.CancelAsync();
        var ended = await cell.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.IsNotType<CellResult.Failed>(ended);

        var display = Assert.Single(events.OfType<CellEvent.Display>());
        var last = events.OfType<CellEvent.Update>().Last(update => update.Id == display.Id);
        Assert.Contains("stopped in epoch", Text(last.Bundle), StringComparison.Ordinal);
        Assert.DoesNotContain("left", Text(last.Bundle), StringComparison.Ordinal);

        var kept = Assert.IsType<CellResult.Value>(await session.RunAsync("history.StepLosses.Count", this, "cell 3"));
        Assert.True((int)kept.Object! > 0);
        var more = Assert.IsType<CellResult.Value>(await session.RunAsync("""
            var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            Trainer.Continue(run, cancel: soon.Token).StepLosses.Count
            """, this, "cell 4"));
        Assert.True((int)more.Object! > (int)kept.Object!);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var k = 0; k < 600 && !condition(); k++) await Task.Delay(100);
        Assert.True(condition(), "nothing was shown within a minute");
    }
}
