using CnnCourse.Evaluation;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Evaluation;

public sealed class VotingTests
{
    private const double Tolerance = 1e-5;

    private static Module<Tensor, Tensor> Network()
    {
        var network = Sequential(Conv2d(3, 4, 3, padding: 1), ReLU(), AdaptiveAvgPool2d(1), Flatten(), Linear(4, 5));
        network.eval();
        return network;
    }

    private static void Same(Tensor[] each, Tensor voted)
    {
        var mean = each.Select(logits => logits.softmax(1)).Aggregate((a, b) => a + b) / each.Length;
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(mean), Drawn.Floats(voted)), 0, Tolerance);
        Assert.All(Drawn.Floats(voted.sum(1)), sum => Assert.Equal(1, sum, 1e-5f));
    }

    [Fact]
    public void Over_crops_is_the_mean_of_each_crops_softmax()
    {
        using var scope = NewDisposeScope();
        var (network, images) = (Network(), randn(3, 3, 12, 12));
        var crops = Crops.Ten(images, 8);
        Same([.. Enumerable.Range(0, 10).Select(k => network.call(crops.select(1, k)))], Voting.OverCrops(network, crops));
    }

    [Fact]
    public void Over_scales_is_the_mean_of_each_sizes_softmax()
    {
        using var scope = NewDisposeScope();
        var (network, images) = (Network(), randn(2, 3, 12, 18));
        Same([.. new long[] { 8, 12, 16 }.Select(side => network.call(Resize.ShorterSide(images, side)))], Voting.OverScales(network, images, 8, 12, 16));
    }

    [Fact]
    public void Over_models_is_the_mean_of_each_models_softmax()
    {
        using var scope = NewDisposeScope();
        var images = randn(2, 3, 12, 12);
        Module<Tensor, Tensor>[] models = [Network(), Network(), Network()];
        Same([.. models.Select(model => model.call(images))], Voting.OverModels(models, images));
    }
}
