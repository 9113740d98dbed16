using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Training;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Training;

public class TrialTests
{
    private static readonly string[] Names = ["dark", "bright"];

    private static ImageData DarkAndBright()
    {
        manual_seed(3);
        var labels = arange(40, ScalarType.Int64).remainder(2);
        var set = new ImageSet(labels.to(ScalarType.Float32).view(40, 1, 1, 1) + 0.3 * randn(40, 1, 2, 2), labels, Names);
        return new(set, set);
    }

    private static nn.Module<Tensor, Tensor> Line() => nn.Sequential(nn.Flatten(), nn.Linear(4, 2));

    [Fact]   // by hand
    public void A_spread_has_the_mean_and_the_ends_of_its_runs()
    {
        var spread = new Spread(0.8, 0.86, 0.84);
        Assert.Equal((0.8, 0.86), (spread.Low, spread.High));
        Assert.Equal(2.5 / 3, spread.Mean, 12);
        Assert.Equal(0.03, spread.HalfRange, 12);
        Assert.Equal("83.3 ± 3.0 %", spread.ToString());
        Assert.Throws<ArgumentException>(() => new Spread());
    }

    [Fact]
    public void Each_seed_is_the_run_that_one_gets_with_it_by_hand()
    {
        using var scope = NewDisposeScope();
        var (data, recipe) = (DarkAndBright(), new Recipe { Epochs = 2, BatchSize = 5, LearningRate = 0.1 });
        var spread = Trials.Accuracy(Line, data, recipe, seeds: 2);
        var byHand = new[] { 1, 2 }.Select(seed =>
        {
            manual_seed(seed);
            return Trainer.Fit(Line(), data, recipe with { Seed = seed })[^1].TestAccuracy;
        });
        Assert.Equal(byHand, spread.Runs);
    }

    [Fact]   // two classes: one half
    public void A_run_that_diverges_counts_as_guessing()
    {
        using var scope = NewDisposeScope();
        var data = DarkAndBright();
        var endless = data with { Train = data.Train with { Images = data.Train.Images / 0 } };
        Assert.Equal([0.5, 0.5, 0.5], Trials.Accuracy(Line, endless, new Recipe { Epochs = 1 }).Runs);
    }

    [Fact]
    public void A_watch_is_told_of_each_epoch_while_the_run_stands_there()
    {
        using var scope = NewDisposeScope();
        var run = new TrainingRun(Line(), DarkAndBright(), new Recipe { Epochs = 3, BatchSize = 5 });
        var seen = new List<int>();
        Trainer.Continue(run, Watch.Epochs(() => seen.Add(run.History.Count)));
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]   // by hand: the seeds 1, 2, 3
    public void A_measurement_is_made_with_each_seed()
    {
        Assert.Equal([1.0, 4, 9], Trials.Of(seed => seed * seed).Runs);
        Assert.Equal([1.0], Trials.Of(seed => seed * seed, seeds: 1).Runs);
    }

    [Fact]
    public void One_run_has_the_accuracy_of_its_seed()
    {
        using var scope = NewDisposeScope();
        var (data, recipe) = (DarkAndBright(), new Recipe { Epochs = 2, BatchSize = 5, LearningRate = 0.1, Seed = 2 });
        Assert.Equal(Trials.Accuracy(Line, data, recipe, seeds: 2).Runs[1], Trials.History(Line, data, recipe)[^1].TestAccuracy);
    }
}
