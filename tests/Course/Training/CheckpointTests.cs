using CnnCourse.Data;
using CnnCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 10).Select(k => $"class {k}")];
    private readonly string folder = Directory.CreateTempSubdirectory("checkpoint").FullName;

    // Everything that has a state: dropout, momentum, averages, plateaus, augmentation, batch normalisation.
    private static readonly Recipe Full = new()
    {
        Epochs = 4,
        BatchSize = 16,
        Schedule = Schedules.Cosine,
        AverageDecay = 0.9,
        Plateau = new(1, 0.5),
        ClipNorm = 1,
        Augment = (images, generator) => images + rand(images.shape, generator: generator),
    };

    private string File => Path.Combine(folder, "run.checkpoint");

    [Theory]
    [InlineData(30, "SGD")]    // between two epochs: 15 steps make one
    [InlineData(37, "SGD")]    // in the middle of one
    [InlineData(37, "Adam")]
    public void A_run_that_was_stopped_comes_to_the_same_bits(int steps, string optimizer)
    {
        using var scope = NewDisposeScope();
        var recipe = optimizer == "SGD" ? Full : Full with { LearningRate = 1e-3, Optimizer = (p, r) => optim.Adam(p, r.LearningRate) };
        var data = Noise(230);
        var (straight, whole) = (Network(), Network());
        manual_seed(5);
        var expected = Trainer.Fit(straight, data, recipe);

        manual_seed(5);
        using var cancel = new CancellationTokenSource();
        var taken = 0;
        var first = Trainer.Fit(whole, data, recipe with { Augment = Counted }, File, cancel: cancel.Token);
        Assert.Equal(steps, first.StepLosses.Count);
        Assert.Equal(steps / 15, first.Count);

        manual_seed(99);
        var resumed = Network(seed: 8);
        var history = Trainer.Fit(resumed, data, recipe, File);

        Assert.Equal(expected.StepLosses, history.StepLosses);
        Assert.Equal(expected.Select(e => e with { Seconds = 0 }), history.Select(e => e with { Seconds = 0 }));
        Assert.Equal(Bits(straight), Bits(resumed));

        Tensor Counted(Tensor images, Generator generator)
        {
            if (++taken == steps) cancel.Cancel();
            return Full.Augment!(images, generator);
        }
    }

    [Fact]
    public void A_run_that_is_over_stays_over()
    {
        using var scope = NewDisposeScope();
        var (data, recipe) = (Noise(40), Full with { Epochs = 1 });
        var (one, two) = (Network(), Network(seed: 8));
        var first = Trainer.Fit(one, data, recipe, File);
        var again = Trainer.Fit(two, data, recipe, File);
        Assert.Equal(first.StepLosses, again.StepLosses);
        Assert.Equal(Bits(one), Bits(two));
    }

    [Theory]
    [InlineData(3, "no checkpoint")]
    [InlineData(14, "another version")]
    [InlineData(20, "damaged")]
    [InlineData(-5, "damaged")]
    public void A_damaged_checkpoint_says_so_and_changes_nothing(int place, string problem)
    {
        using var scope = NewDisposeScope();
        Trainer.Fit(Network(), Noise(40), Full with { Epochs = 1 }, File);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);
        Refuses(Full with { Epochs = 1 }, Network(), problem);
        System.IO.File.WriteAllBytes(File, bytes[..(bytes.Length / 2)]);
        Refuses(Full with { Epochs = 1 }, Network(), place is 3 or 14 ? problem : "damaged");
    }

    [Fact]
    public void A_checkpoint_of_another_run_says_what_differs()
    {
        using var scope = NewDisposeScope();
        Trainer.Fit(Network(), Noise(40), Full with { Epochs = 1 }, File);
        Refuses(Full with { BatchSize = 8 }, Network(), "its batch size is 16, not 8");
        Refuses(Full with { AverageDecay = null }, Network(), "its decay of the averaged weights is 0.9, not none");
        Refuses(Full with { LearningRate = 0.1, Plateau = null }, Network(), "its learning rate is 0.05, not 0.1; its plateau is Epochs 1, Factor 0.5, not none");
        Refuses(Full with { Augment = null }, Network(), "its augmentation is there, not none");
        Refuses(Full with { Optimizer = (p, r) => optim.Adam(p) }, Network(), "its optimiser is SGD, not Adam");
        Refuses(Full, nn.Sequential(nn.Flatten(), nn.Linear(64, 10)), "its network has 0.weight 4×1×3×3 where this one has 1.weight 10×64");
    }

    [Fact]
    public void A_run_in_memory_goes_on_after_a_stop_in_the_middle_of_a_step()
    {
        using var scope = NewDisposeScope();
        var calls = 0;
        var recipe = new Recipe
        {
            Epochs = 2,
            BatchSize = 16,
            Augment = (images, _) => ++calls == 5 ? throw new OperationCanceledException() : images,
        };
        using var run = new TrainingRun(Network(), Noise(64), recipe);
        Assert.Equal(4, Trainer.Continue(run).StepLosses.Count);
        Assert.False(run.IsOver);
        Assert.Equal(8, Trainer.Continue(run).StepLosses.Count);
        Assert.True(run.IsOver);
    }

    [Fact]
    public void A_step_that_is_too_large_says_what_to_reduce()
    {
        using var scope = NewDisposeScope();
        var recipe = new Recipe { BatchSize = 32, Loss = (_, _) => empty(1L << 50) };
        var error = Assert.Throws<DeviceMemoryException>(() => Trainer.Fit(Network(), Noise(64), recipe));
        Assert.Contains("cpu has no memory left for a step with 32 images of 1×8×8", error.Message, StringComparison.Ordinal);
        Assert.Contains("half: 16", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Refuses(Recipe recipe, nn.Module<Tensor, Tensor> network, string problem)
    {
        var before = Bits(network);
        var error = Assert.Throws<CheckpointException>(() => Trainer.Fit(network, Noise(40), recipe, File));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits(network));
    }

    private static ImageData Noise(int count)
    {
        manual_seed(7);
        var set = new ImageSet(randn(count, 1, 8, 8), arange(count, ScalarType.Int64).remainder(10), Names);
        return new(set, set);
    }

    private static Sequential Network(long seed = 1)
    {
        manual_seed(seed);
        return nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Dropout(0.3), nn.Linear(144, 10));
    }

    private static byte[] Bits(nn.Module network) => [.. network.state_dict().Values.SelectMany(w => w.detach().bytes.ToArray())];
}
