using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using AlexNet = CnnCourse.Models.AlexNet;
using ResNet = CnnCourse.Models.ResNet;

namespace CnnCourse.Tests.Models;

/// <summary>Sizes and layers that the papers' figures and tables print.</summary>
public sealed class PaperStructureTests
{
    private static LayerTable Table(string name) => LayerTable.Of(() => ModelZoo.Create(name), ModelZoo.Find(name).Input);

    private static long[] Sides(string name) =>
        [.. Table(name).Rows.Where(row => row.Output.Count == 3).Select(row => row.Output[1]).Aggregate(new List<long>(), (sides, side) =>
        {
            if (sides.Count == 0 || sides[^1] != side) sides.Add(side);
            return sides;
        })];

    [Theory]
    [InlineData("alexnet_paper", new long[] { 55, 27, 13, 6 })]
    [InlineData("zfnet", new long[] { 110, 55, 26, 13, 6 })]
    [InlineData("vgg16", new long[] { 224, 112, 56, 28, 14, 7 })]
    [InlineData("googlenet_paper", new long[] { 112, 56, 28, 14, 7, 1 })]
    [InlineData("overfeat_fast", new long[] { 56, 28, 24, 12, 6, 1 })]
    [InlineData("overfeat_accurate", new long[] { 108, 36, 30, 15, 5, 1 })]
    [InlineData("resnet34", new long[] { 112, 56, 28, 14, 7, 1 })]
    [InlineData("nin_imagenet", new long[] { 54, 27, 13, 6, 1 })]
    public void Maps_shrink_as_in_the_figure(string name, long[] sides) => Assert.Equal(sides, Sides(name));

    [Fact]
    public void AlexNets_convolutions_have_the_papers_parameters_and_groups()
    {
        using var model = Hollow.Build(() => new AlexNet(AlexNet.Paper));
        var convolutions = model.modules().OfType<Conv2d>().ToArray();
        Assert.Equal([1L, 2, 1, 2, 2], convolutions.Select(conv => conv.groups));
        Assert.Equal([34_944L, 307_456, 885_120, 663_936, 442_624], convolutions.Select(conv => conv.parameters().Sum(p => p.numel())));
        Assert.Equal(2_334_080, convolutions.Sum(conv => conv.parameters().Sum(p => p.numel())));
        Assert.Equal([37_752_832L, 16_781_312, 4_097_000], model.modules().OfType<Linear>().Select(linear => linear.parameters().Sum(p => p.numel())));
        Assert.Equal(3, model.modules().OfType<MaxPool2d>().Count());
        Assert.Equal(2, model.modules().OfType<Dropout>().Count());
    }

    [Fact]
    public void GoogLeNet_has_the_papers_heads_modules_and_multiply_adds()
    {
        using var model = Hollow.Build(() => new GoogLeNet(GoogLeNet.Paper));
        long Of(string part) => model.named_parameters().Where(entry => entry.Item1.StartsWith(part, StringComparison.Ordinal)).Sum(entry => entry.Item2.numel());
        Assert.Equal(3_188_840, Of("aux1"));
        Assert.Equal(3_190_888, Of("aux2"));
        Assert.Equal(13_378_280, Of(""));
        Assert.Equal(6_998_552, Of("") - Of("aux"));
        Assert.Equal([256L, 480, 512, 512, 512, 528, 832, 832, 1024], GoogLeNet.Table1.Select(row => row.Maps));
        Assert.Equal(1_582_671_872, LayerTable.Of(model, 3, 224, 224).Total.Macs);
    }

    [Fact]
    public void Inception_3a_without_biases_and_projection_has_157184_weights()
    {
        var row = GoogLeNet.Table1[0];
        Assert.Equal(157_184, 192 * row.One + 192 * row.ThreeReduce + 9 * row.ThreeReduce * row.Three + 192 * row.FiveReduce + 25 * row.FiveReduce * row.Five);
    }

    [Theory]   // He et al. 2016, §3.3: a bottleneck has about the cost of a basic block
    [InlineData("resnet18", 18)]
    [InlineData("resnet34", 34)]
    [InlineData("resnet50", 50)]
    [InlineData("resnet101", 101)]
    [InlineData("resnet152", 152)]
    public void Learned_layers_of_the_main_path_are_the_depth(string name, int depth)
    {
        using var model = Hollow.Build(() => ModelZoo.Create(name));
        var learned = model.named_modules().Count(entry =>
            entry.Item2.GetType().Name is nameof(Conv2d) or nameof(Linear) && !entry.Item1.Contains("downsample", StringComparison.Ordinal));
        Assert.Equal(depth, learned);
        Assert.Equal(depth, ResNet.Table1.Single(config => config.Name == name).Depth);
    }

    [Fact]
    public void A_bottleneck_has_69632_weights_and_two_wide_convolutions_1179648()
    {
        using var bottleneck = Hollow.Build(() => new Bottleneck(256, 64));
        using var basic = Hollow.Build(() => new BasicBlock(256, 256));
        Assert.Equal(69_632, bottleneck.modules().OfType<Conv2d>().Sum(conv => conv.weight.numel()));
        Assert.Equal(1_179_648, basic.modules().OfType<Conv2d>().Sum(conv => conv.weight.numel()));
    }

    [Fact]
    public void Vggs_columns_have_11_11_13_16_16_and_19_layers() =>
        Assert.Equal([11, 11, 13, 16, 16, 19], Vgg.Table1.Select(config => config.Depth));

    [Fact]
    public void BnInceptions_rows_put_out_the_maps_of_the_figure()
    {
        var maps = new List<long> { 192 };
        foreach (var row in BnInception.Figure5) maps.Add(row.Maps(maps[^1], 1));
        Assert.Equal([192L, 256, 320, 576, 576, 576, 576, 576, 1024, 1024, 1024], maps);
    }

    public static TheoryData<string> Names => [.. ModelZoo.Names];

    [Theory, MemberData(nameof(Names))]
    public void Arithmetic_counts_every_parameter_and_ends_in_the_classes(string name)
    {
        var entry = ModelZoo.Find(name);
        using var model = Hollow.Build(entry.Build);
        var table = LayerTable.Of(model, entry.Input);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), table.Total.Params);
        Assert.Equal(entry.Input[1] < 64 ? 10 : 1000, table.Total.Output[0]);
    }
}
