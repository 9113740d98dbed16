using CnnCourse.Arithmetic;
using CnnCourse.Layers;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Layers;

/// <summary>Small layers against arithmetic by hand.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Maxout_takes_the_largest_of_neighbouring_channels()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 5, -2, -7, 0, 3 }).view(1, 6, 1, 1);
        Assert.Equal([5, -2, 3], Drawn.Floats(new Maxout(2).call(x)));
        Assert.Equal([5, 3], Drawn.Floats(new Maxout(3).call(x)));
        Assert.Throws<ArgumentException>(() => new Maxout(4).call(x));
    }

    [Fact]
    public void Maxout_of_x_and_minus_x_is_the_absolute_value()
    {
        using var scope = NewDisposeScope();
        var x = randn(8, 1);
        Assert.Equal(Drawn.Floats(x.abs()), Drawn.Floats(new Maxout(2).call(cat([x, -x], 1))));
    }

    [Fact]
    public void An_mlpconv_is_a_convolution_and_a_network_of_two_layers_at_each_place()
    {
        using var scope = NewDisposeScope();
        using var layer = new MlpConv(3, (4, 5, 6), kernel: 3, padding: 1);
        var x = randn(2, 3, 4, 4);
        var weights = layer.named_parameters().ToDictionary(entry => entry.Item1, entry => (Tensor)entry.Item2);
        Tensor Full(Tensor input, string name) => functional.linear(input, weights[$"{name}.weight"].flatten(1), weights[$"{name}.bias"]).relu();

        var maps = functional.conv2d(x, weights["conv.weight"], weights["conv.bias"], padding: [1, 1]).relu();
        var expected = Full(Full(maps.permute(0, 2, 3, 1), "cccp1"), "cccp2").permute(0, 3, 1, 2);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(expected), Drawn.Floats(layer.call(x))), 0, 1e-6);
    }

    [Fact]
    public void Global_average_pooling_is_average_pooling_with_the_map_as_its_window()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 10, 6, 6);
        var pooled = new GlobalAveragePooling().call(x);
        Assert.Equal([2, 10], pooled.shape);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(functional.avg_pool2d(x, 6).flatten(1)), Drawn.Floats(pooled)), 0, 1e-6);
    }

    [Fact]
    public void A_grid_reduction_puts_out_what_both_naive_ways_do()
    {
        const long channels = 32, maps = 32, side = 35;
        LayerTable Of(Func<Module<Tensor, Tensor>> build) => LayerTable.Of(build, channels, side, side);
        var (pooled, mixed, convolved) = (
            Of(() => GridReduction.PoolFirst(channels, maps)), Of(() => new GridReduction(channels, maps)), Of(() => GridReduction.ConvolveFirst(channels, maps)));

        Assert.All([pooled, mixed, convolved], table => Assert.Equal([64L, 17, 17], table.Total.Output));
        // By hand: 17² · 32 · 64; 17² · 9 · 32 · 32; 35² · 32 · 64.
        Assert.Equal(591_872, pooled.Total.Macs);
        Assert.Equal(2_663_424, mixed.Total.Macs);
        Assert.Equal(2_508_800, convolved.Total.Macs);
    }

    [Fact]
    public void A_chain_leaves_out_what_is_null_and_keeps_its_input()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { -1, 2 });
        using var same = x.Through(null, null);
        using var rectified = x.Through(null, ReLU(), null, Identity());
        Assert.Equal([-1, 2], Drawn.Floats(same));
        Assert.Equal([0, 2], Drawn.Floats(rectified));
        Assert.Equal([-1, 2], Drawn.Floats(x));
    }
}
