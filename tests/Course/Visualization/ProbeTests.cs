using CnnCourse.Arithmetic;
using CnnCourse.Data;
using CnnCourse.Tests.Models;
using CnnCourse.Visualization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Visualization;

/// <summary>Experiments on a network from outside: hiding, moving, looking for what drives a unit.</summary>
public sealed class ProbeTests
{
    [Fact]   // by hand: the score is the sum of four ones in the corner; each place hides as many as it covers
    public void Occlusion_lowers_the_score_by_what_it_hides()
    {
        using var scope = NewDisposeScope();
        var image = zeros(1, 1, 4, 4);
        image.narrow(2, 0, 2).narrow(3, 0, 2).fill_(1);
        var map = Occlusion.Map(image, x => x.sum([1, 2, 3]), side: 2);
        Assert.Equal([0, 2, 4, 2, 3, 4, 4, 4, 4], Drawn.Floats(map));
        Assert.Equal([3, 3], map.shape);
        Assert.Equal(16, image.numel());
        Assert.Equal(4, image.sum().item<float>());
        Assert.Contains("1 to 4", Assert.Throws<ArgumentException>(() => Occlusion.Map(image, x => x, side: 5)).Message, StringComparison.Ordinal);
    }

    [Fact]   // by hand: signs (+,+), (+,-) differ in one of two features; (+,+), (+,+) in none
    public void Correspondence_counts_differing_signs_over_pairs()
    {
        using var scope = NewDisposeScope();
        var before = tensor(new float[] { 2, 2, 2, 2, 2, 2 }, [3, 2]);
        var after = tensor(new float[] { 1, 1, 1, 3, 1, 1 }, [3, 2]);   // changes: (+,+), (+,-), (+,+)
        Assert.Equal((0.5 + 0 + 0.5) / 3, Correspondence.Distance(before, after), 1e-6);
        Assert.Throws<ArgumentException>(() => Correspondence.Distance(before, after.narrow(0, 0, 2)));
    }

    [Fact]
    public void Strongest_patches_are_where_the_pattern_is()
    {
        using var scope = NewDisposeScope();
        var network = Sequential(("conv", Conv2d(1, 1, 3, bias: false)), ("pool", MaxPool2d(2)));
        using (no_grad()) network.parameters().Single().fill_(1);
        var images = zeros(3, 1, 8, 8);
        images[1].narrow(1, 4, 3).narrow(2, 2, 3).fill_(2);   // the best: a full square of 3×3
        images[2].narrow(1, 0, 3).narrow(2, 0, 3).fill_(1);
        var patches = StrongestPatches.Of(network, "conv", images, map: 0, count: 2);
        Assert.Equal(18 + 4 * 55, patches[0].In(images[1], outside: 4).sum().item<float>());
        Assert.Equal([new Patch(1, 18, 4, 2, 3, 3), new Patch(2, 9, 0, 0, 3, 3)], patches);
        Assert.Equal(new Patch(1, 18, 4, 2, 4, 4), StrongestPatches.Of(network, "pool", images, 0, 1)[0]);   // 3 + (2 - 1)·1
    }

    [Fact]
    public void Patches_end_at_the_edge_of_the_image()
    {
        using var scope = NewDisposeScope();
        var outputs = zeros(1, 1, 4, 4);
        outputs[0, 0, 3, 0] = 1;
        var field = Field.OfPixel.Through(new Window(5, 1, 2), new Window(5, 1, 2));
        Assert.Equal(new Patch(0, 1, 1, 0, 3, 3), StrongestPatches.In(outputs, field, [1, 1, 4, 4], 0)[0]);
    }

    [Fact]
    public void Activations_are_those_of_the_layer_for_every_image()
    {
        using var scope = NewDisposeScope();
        var network = Sequential(("conv", Conv2d(1, 2, 3)), ("relu", ReLU(inplace: true)), ("drop", Dropout()));
        network.train();
        var images = randn(260, 1, 5, 5);
        using var quiet = no_grad();
        var expected = ((Module<Tensor, Tensor>)network[0]).call(images);
        Assert.Equal(Drawn.Floats(expected), Drawn.Floats(LayerOutputs.Of(network, "conv", images)));   // not what the next layer made of it in place
        Assert.Equal(Drawn.Floats(expected.relu()), Drawn.Floats(LayerOutputs.Of(network, "", images)));   // dropout is idle
        Assert.True(network.training);
    }

    [Fact]
    public void Distances_are_zero_for_the_image_itself_and_one_for_a_blank()
    {
        using var scope = NewDisposeScope();
        var images = rand(4, 1, 6, 6) + 0.1;
        var distances = Invariance.Distances(Sequential(Identity()), "", images, [images, zeros_like(images), 3 * images]);
        Assert.Equal([0, 1, 2], distances.Select(d => Math.Round(d, 5)));
    }

    [Fact]
    public void Images_move_right_and_down_turn_against_the_clock_and_grow()
    {
        using var scope = NewDisposeScope();
        var image = arange(16, ScalarType.Float32).view(1, 1, 4, 4);
        var moved = Warp.Translate(image, 1, 0);
        Assert.Equal([0, 0, 1, 2, 0, 4, 5, 6, 0, 8, 9, 10, 0, 12, 13, 14], Rounded(moved));
        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], Rounded(Warp.Translate(image, 0, 1)));
        Assert.Equal(Rounded(image.rot90(1, (2, 3))), Rounded(Warp.Rotate(image, 90)));
        Assert.Equal(Rounded(image), Rounded(Warp.Scale(image, 1)));
        var dot = zeros(1, 1, 4, 4);
        dot.narrow(2, 1, 2).narrow(3, 1, 2).fill_(1);
        Assert.Equal(3.8 * 3.8, Warp.Scale(dot, 2.5).sum().item<float>(), 1e-4);   // by hand: an outer pixel looks at 0.9 of a bright one
        Assert.Throws<ArgumentOutOfRangeException>(() => Warp.Scale(image, 0));
    }

    private static double[] Rounded(Tensor image) => [.. Drawn.Floats(image).Select(v => Math.Round(v, 3) + 0.0)];
}
