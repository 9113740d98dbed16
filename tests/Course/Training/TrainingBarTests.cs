using CnnCourse.Training;

namespace CnnCourse.Tests.Training;

public sealed class TrainingBarTests : IDisposable
{
    private readonly List<string> shown = [];

    public TrainingBarTests() => LiveLine.Display = text =>
    {
        shown.Add(text);
        return next => shown[^1] = next;
    };

    private static TrainingProgress Middle => new(2, 4, 0.3, 0.5, 12345);

    private static EpochReport Report(int epoch) => new(epoch, 0.5, 0.75, 0.8, 0.1, Seconds: 3.21);

    [Fact]   // by hand: 0.25 to 0.5 took 10 s, so the other half takes 20
    public void A_bar_tells_rate_and_time_left() =>
        Assert.Equal("epoch 2 of 4  ████████████░░░░░░░░░░░░  50%  loss 0.5000  12,345 images/s  0:20 left",
            TrainingBar.Bar(Middle with { Done = 0.5 }, from: 0.25, TimeSpan.FromSeconds(10)));

    [Fact]
    public void What_stays_holds_the_epochs_and_no_times()
    {
        var bar = new TrainingBar("ReLU");
        bar.Report(Middle with { Done = 0.1 });
        bar.Report(Middle with { Done = 0.5, Finished = Report(1) });
        bar.Report(Middle with { Done = 1, Finished = Report(2) });
        Assert.Equal("ReLU, epoch 1: loss 0.5000, train accuracy 75.00%, test accuracy 80.00%\nReLU, epoch 2: loss 0.5000, train accuracy 75.00%, test accuracy 80.00%", Assert.Single(shown));
    }

    [Fact]
    public void A_stopped_run_says_where_and_the_next_one_begins_anew()
    {
        var bar = new TrainingBar();
        bar.Report(Middle);
        bar.Report(Middle with { IsStopped = true });
        Assert.Equal("stopped in epoch 2 of 4", Assert.Single(shown));
        bar.Report(Middle with { Finished = Report(1) });
        Assert.Equal(2, shown.Count);
        Assert.StartsWith("epoch 1:", shown[1], StringComparison.Ordinal);
    }

    public void Dispose() => LiveLine.Display = null;
}
