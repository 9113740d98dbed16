using CnnCourse.Data;
using CnnCourse.Tests.Models;
using CnnCourse.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Training;

public sealed class TransferTests
{
    private static readonly string[] Names = ["dark", "bright"];

    private static ImageData Data()
    {
        manual_seed(4);
        var images = rand(64, 1, 6, 6);
        var set = new ImageSet(images, images.mean([1, 2, 3]).gt(0.5).to(ScalarType.Int64), Names);
        return new(set, set);
    }

    [Fact]
    public void Only_the_last_layer_learns()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var network = Sequential(("conv", Conv2d(1, 3, 3)), ("relu", ReLU()), ("flat", Flatten()), ("hidden", Linear(48, 8)), ("act", ReLU()), ("out", Linear(8, 2)));
        var before = network.state_dict().ToDictionary(entry => entry.Key, entry => Drawn.Floats(entry.Value));
        var last = Transfer.KeepAllButLast(network);
        Assert.Equal(8, last.in_features);
        Assert.NotEqual(before["out.weight"], Drawn.Floats(last.weight));
        var fresh = Drawn.Floats(last.weight);
        Trainer.Fit(network, Data(), new Recipe { Epochs = 1, LearningRate = 0.1 });
        foreach (var (key, value) in network.state_dict().Where(entry => !entry.Key.StartsWith("out", StringComparison.Ordinal)))
            Assert.Equal(before[key], Drawn.Floats(value));
        Assert.NotEqual(fresh, Drawn.Floats(last.weight));

        Transfer.Unfreeze(network);
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.Throws<ArgumentException>(() => Transfer.KeepAllButLast(Sequential(Conv2d(1, 1, 1))));
    }

    [Fact]   // by hand: 1, 1, 1, 1 has RMS 1; 0.05 everywhere has 0.05
    public void Filters_that_are_too_large_come_back_to_the_radius_and_small_ones_stay()
    {
        using var scope = NewDisposeScope();
        var network = Sequential(("conv", Conv2d(1, 2, 2)), ("flat", Flatten()), ("out", Linear(50, 2)));
        var conv = network.get_parameter("conv.weight")!;
        using (no_grad()) conv.copy_(tensor(new float[] { 1, -1, 1, 1, 0.05f, 0.05f, 0.05f, 0.05f }, [2, 1, 2, 2]));
        FilterNorm.Limit(network);
        Assert.Equal([0.1, -0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05], Drawn.Floats(conv).Select(w => Math.Round(w, 6)));
        Assert.Equal([0.1, 0.05], Drawn.Floats(FilterNorm.Of(conv)).Select(w => Math.Round(w, 6)));
    }

    [Fact]
    public void Kept_filters_stay_within_the_radius_while_training_only()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var network = Sequential(("conv", Conv2d(1, 2, 3)), ("flat", Flatten()), ("out", Linear(32, 2)));
        var conv = network.get_parameter("conv.weight")!;
        var end = FilterNorm.Keep(network);
        network.train();
        network.call(zeros(1, 1, 6, 6));
        Assert.InRange(FilterNorm.Of(conv).max().item<float>(), 0, FilterNorm.Radius * 1.0001);
        using (no_grad()) conv.fill_(1);
        network.eval();
        network.call(zeros(1, 1, 6, 6));
        Assert.Equal(1, FilterNorm.Of(conv).max().item<float>(), 1e-6);
        end();
        network.train();
        network.call(zeros(1, 1, 6, 6));
        Assert.Equal(1, FilterNorm.Of(conv).max().item<float>(), 1e-6);
    }
}
