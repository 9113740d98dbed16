using CnnCourse.Visualization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Visualization;

public class PatternTests
{
    private static Module<Tensor, Tensor> Small()
    {
        manual_seed(1);
        return Sequential(("conv", Conv2d(1, 3, 3, padding: 1)), ("relu", ReLU()), ("flatten", Flatten()), ("out", Linear(3 * 36, 2)));
    }

    [Fact]   // by hand: a field of rows 4 and 5 of six, squared to 3, is moved up to start at 3
    public void A_square_around_a_patch_stays_inside_the_picture()
    {
        using var scope = NewDisposeScope();
        var picture = arange(36f).view(1, 6, 6);
        Assert.Equal([18, 19, 20, 24, 25, 26, 30, 31, 32], new Patch(0, 1, Top: 4, Left: 0, Height: 2, Width: 2).Square(picture, 3).Doubles());
        Assert.Equal([7, 8, 13, 14], new Patch(0, 1, Top: 0, Left: 0, Height: 4, Width: 4).Square(picture, 2).Doubles());
    }

    [Fact]
    public void A_maps_patterns_are_those_of_the_backward_pass()
    {
        using var scope = NewDisposeScope();
        var (net, images) = (Small(), rand(5, 1, 6, 6));
        var found = MapPatterns.Of(net, "relu", images, map: 1, count: 2);
        Assert.Equal(3, found.Side);
        Assert.Equal([2, 1, 6, 6], found.Patterns.shape);
        var first = images[(int)found.Patches[0].Row].unsqueeze(0);
        Assert.Equal(BackwardPass.Of(net, "relu", first, Signal.Strongest(1)).Doubles(), found.Patterns[0].Doubles());
    }

    [Fact]
    public void The_busiest_map_has_the_largest_answer()
    {
        using var scope = NewDisposeScope();
        var (net, images) = (Small(), rand(5, 1, 6, 6));
        var largest = LayerOutputs.Of(net, "relu", images).amax([0, 2, 3]).argmax().item<long>();
        Assert.Equal([largest], MapPatterns.Busiest(net, "relu", images, count: 1));
    }

    [Fact]
    public void A_fall_is_the_probability_before_less_that_after()
    {
        using var scope = NewDisposeScope();
        var (net, image) = (Small(), rand(1, 1, 6, 6));
        double Sure(Tensor x) => LayerOutputs.Of(net, "", x).softmax(1)[0, 1].item<float>();
        var fall = Occlusion.Fall(net, image, label: 1, side: 2, stride: 2);
        Assert.Equal([3, 3], fall.shape);
        Assert.Equal(Sure(image) - Sure(Occlusion.Hide(image, 2, 4, 2)), fall[1, 2].item<float>(), 5);
    }

    [Fact]
    public void A_study_has_its_layers_distances_and_the_right_class()
    {
        using var scope = NewDisposeScope();
        var (net, images, labels) = (Small(), rand(4, 1, 6, 6), zeros(4, ScalarType.Int64));
        var study = Invariance.Study(net, "light", [1, 0.5], x => images * x, images, labels, "conv", "out");
        Assert.Equal(0, study.Features[0].Distances[0]);
        Assert.Equal(Invariance.Distances(net, "out", images, [images * 0.5])[0], study.Features[1].Distances[1]);
        Assert.Equal(LayerOutputs.Of(net, "", images * 0.5).softmax(1)[.., 0].Doubles().Average(), study.Probability[1], 6);
        Assert.Contains("right class", Draw.Invariance(study).ToPlotlyJson());
    }

    [Fact]
    public void Mosaics_come_in_pairs_under_the_name_of_their_map()
    {
        using var scope = NewDisposeScope();
        var (net, images) = (Small(), rand(9, 1, 6, 6));
        var json = Draw.Patterns(images, MapPatterns.Of(net, "relu", images, 2)).ToPlotlyJson();
        Assert.Contains("relu, map 2", json);
        Assert.Contains("what it saw", json);
    }
}
