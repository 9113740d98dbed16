using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Layers;
using CnnCourse.Models;
using CnnCourse.Training;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Training;

public class TrainerTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 10).Select(k => $"class {k}")];

    private static ImageData Noise(int count = 32)
    {
        manual_seed(7);
        var set = new ImageSet(randn(count, 1, 32, 32), arange(count, ScalarType.Int64).remainder(10), Names);
        return new(set, set);
    }

    [Theory]
    [InlineData("lenet5", 0.05)]
    [InlineData("lenet5_paper", 0.002)]
    public void One_batch_is_learned_by_heart(string name, double rate)
    {
        using var scope = NewDisposeScope();
        var data = Noise();
        manual_seed(1);
        using var model = ModelZoo.Create(name);
        var recipe = new Recipe { Epochs = 200, BatchSize = 32, LearningRate = rate };
        if (name == "lenet5_paper") recipe = recipe with { Loss = (y, labels) => RbfLoss.MaximumAPosteriori(y, labels) };
        var history = Trainer.Fit(model, data, recipe);
        Assert.Equal(1.0, history[^1].TestAccuracy);
        Assert.True(history[^1].Loss < history[0].Loss / 4, $"{history[0].Loss} to {history[^1].Loss}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Train(seed: 1), Train(seed: 1));
        Assert.NotEqual(Train(seed: 1), Train(seed: 2));

        static float[] Train(int seed)
        {
            var data = Noise(100);
            manual_seed(1);
            using var model = ModelZoo.Create("lenet5");
            Trainer.Fit(model, data, new Recipe { Epochs = 1, BatchSize = 10, Seed = seed });
            return model.get_parameter("C1.weight")!.data<float>().ToArray();
        }
    }

    [Fact]
    public void A_run_that_diverges_names_the_layer_that_went_first()
    {
        using var scope = NewDisposeScope();
        var data = Noise();
        using var model = ModelZoo.Create("lenet5");
        using (no_grad()) model.get_parameter("C5.weight")!.mul_(float.PositiveInfinity);
        var error = Assert.Throws<DivergedException>(() => Trainer.Fit(model, data, new Recipe { Epochs = 1 }));
        Assert.Equal("C5", error.Layer);
        Assert.Contains("lower learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_keeps_the_history_so_far()
    {
        using var scope = NewDisposeScope();
        using var cancel = new CancellationTokenSource();
        using var model = ModelZoo.Create("lenet5");
        var progress = new Immediate(p =>
        {
            if (p.Finished is { Epoch: 2 }) cancel.Cancel();
        });
        var history = Trainer.Fit(model, Noise(), new Recipe { Epochs = 50 }, progress, cancel.Token);
        Assert.Equal([1, 2], history.Select(e => e.Epoch));
    }

    [Fact]
    public void Training_leaves_no_tensors_behind()
    {
        using var scope = NewDisposeScope();
        var data = Noise(100);
        using var model = ModelZoo.Create("lenet5");
        Trainer.Fit(model, data, new Recipe { Epochs = 1, BatchSize = 10 });
        var after = scope.DisposablesCount;
        Trainer.Fit(model, data, new Recipe { Epochs = 3, BatchSize = 10 });
        Assert.Equal(after, scope.DisposablesCount);
    }

    [Fact]   // by hand: three of four right
    public void Reports_count_what_was_right()
    {
        using var scope = NewDisposeScope();
        var scores = tensor(new float[] { 3, 0, 0, 2, 0, 1, 5, 0 }, [4, 2]);
        using var report = new TestReport(scores, tensor(new long[] { 0, 1, 1, 1 }), ["a", "b"]);
        Assert.Equal(0.75, report.Accuracy);
        Assert.Equal(new[,] { { 1, 0 }, { 1, 2 } }, report.Confusion);
        var mistake = Assert.Single(report.Mistakes(5));
        Assert.Equal((3, 1, 0), (mistake.Row, mistake.Truth, mistake.Predicted));
        Assert.Equal(1 / (1 + Math.Exp(-5)), mistake.Confidence, 6);
    }

    [Fact]
    public void An_epoch_shows_every_row_once()
    {
        using var scope = NewDisposeScope();
        var batches = Noise(100).Train.Shuffled(32, seed: 5).ToArray();
        Assert.Equal([32, 32, 32, 4], batches.Select(b => b.Length));
        Assert.Equal(Enumerable.Range(0, 100).Select(k => (long)k), batches.SelectMany(b => b).Order());
    }

    private sealed class Immediate(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
