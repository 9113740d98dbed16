using CnnCourse.Visualization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Visualization;

public sealed class EffectiveFieldTests
{
    private static Tensor Images(long side)
    {
        manual_seed(1);
        return randn(2, 1, side, side);
    }

    [Fact]
    public void Two_equal_kernels_of_ones_make_a_pyramid()
    {
        using var network = Sequential(Conv2d(1, 1, 3, padding: 1, bias: false), Conv2d(1, 1, 3, padding: 1, bias: false));
        foreach (var kernel in network.parameters()) init.ones_(kernel);
        using var field = EffectiveField.Of(network, Images(9));
        // by hand: (1, 1, 1) folded with itself is (1, 2, 3, 2, 1), and the field is its square, over 9
        Assert.Equal([0f, 0f, 3 / 9f, 6 / 9f, 1f, 6 / 9f, 3 / 9f, 0f, 0f], field[4].data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal((5L, 5L), EffectiveField.Reach(field));
        Assert.Equal((2L, 2L, 7L, 7L), EffectiveField.Extent(field));
        Assert.Equal(5.0, EffectiveField.Side(field));             // the weakest pixel, 1/9, is above 0.0455
        Assert.Equal(3.0, EffectiveField.Side(field, 0.4), 6);     // nine pixels have 4/9 and more
    }

    [Theory]   // r + (k - 1)·j by hand: 3 + 2 + 2; 3 + 2 + 2·2
    [InlineData(1, 7)]
    [InlineData(2, 9)]
    public void Reach_is_the_theoretical_field(long stride, long expected)
    {
        manual_seed(2);
        using var network = Sequential(Conv2d(1, 4, 3, padding: 1), Conv2d(4, 4, 3, stride: stride, padding: 1), Conv2d(4, 4, 3, padding: 1));
        using var field = EffectiveField.Of(network, Images(32));
        Assert.Equal((expected, expected), EffectiveField.Reach(field));
    }

    [Fact]
    public void The_mean_field_is_that_of_the_seeds()
    {
        static Module<Tensor, Tensor> Random() => Conv2d(1, 1, 3, padding: 1, bias: false);
        manual_seed(1);
        using var network1 = Random();
        using var first = EffectiveField.Of(network1, Images(9));
        manual_seed(2);
        using var network2 = Random();
        using var second = EffectiveField.Of(network2, Images(9));
        using var mean = EffectiveField.Mean(Random, Images(9), seeds: 2);
        Assert.Equal(((first + second) / 2).data<float>().ToArray(), mean.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]   // two fields of 5 and 3 pixels: two names, a box each, and an alternative text that lists them
    public void Fields_are_drawn_in_the_boxes_of_their_reach()
    {
        using var scope = NewDisposeScope();
        var (wide, narrow) = (zeros(9, 9), zeros(9, 9));
        wide[2..7, 2..7] = 1;
        narrow[3..6, 3..6] = 1;
        var figure = Draw.EffectiveFields([("wide", wide), ("narrow", narrow)], columns: 2);
        var json = figure.ToPlotlyJson();
        foreach (var name in new[] { "wide", "narrow" }) Assert.Contains(name, json, StringComparison.Ordinal);
        // the boxes go round what is not zero: with one of them moved, the figure is another
        narrow[0, 0] = 1e-9f;
        Assert.NotEqual(json, Draw.EffectiveFields([("wide", wide), ("narrow", narrow)], columns: 2).ToPlotlyJson());
        Assert.Equal("Bright spots in boxes: wide, narrow.", figure.Alt);
    }

    [Fact]
    public void A_network_that_ends_in_a_vector_has_no_middle()
    {
        using var network = Sequential(Flatten(), Linear(81, 10));
        Assert.Contains("end in maps", Assert.Throws<ArgumentException>(() => EffectiveField.Of(network, Images(9))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_ignores_the_image_is_refused()
    {
        using var network = Conv2d(1, 1, 3, padding: 1);
        init.zeros_(network.weight);
        Assert.Contains("does not depend", Assert.Throws<ArgumentException>(() => EffectiveField.Of(network, Images(9))).Message, StringComparison.Ordinal);
    }
}
