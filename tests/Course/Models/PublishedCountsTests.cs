using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

/// <summary>Parameters, multiply-adds and depths that papers and torchvision have published.</summary>
public sealed class PublishedCountsTests
{
    private static long Parameters(Func<Module<Tensor, Tensor>> build)
    {
        using var model = Hollow.Build(build);
        return model.parameters().Sum(parameter => parameter.numel());
    }

    private static LayerTable Table(string name) =>
        LayerTable.Of(() => ModelZoo.Create(name), ModelZoo.Find(name).Input);

    [Theory]   // torchvision's weight tables, num_params
    [InlineData("alexnet", 61_100_840)]
    [InlineData("vgg11", 132_863_336)]
    [InlineData("vgg11_bn", 132_868_840)]
    [InlineData("vgg13", 133_047_848)]
    [InlineData("vgg13_bn", 133_053_736)]
    [InlineData("vgg16", 138_357_544)]
    [InlineData("vgg16_bn", 138_365_992)]
    [InlineData("vgg19", 143_667_240)]
    [InlineData("vgg19_bn", 143_678_248)]
    [InlineData("resnet18", 11_689_512)]
    [InlineData("resnet34", 21_797_672)]
    [InlineData("resnet50", 25_557_032)]
    [InlineData("resnet101", 44_549_160)]
    [InlineData("resnet152", 60_192_808)]
    [InlineData("inception_v3", 27_161_264)]
    public void Has_torchvisions_number_of_parameters(string name, long expected) =>
        Assert.Equal(expected, Parameters(() => ModelZoo.Create(name)));

    [Fact]
    public void GoogLeNet_has_torchvisions_number_without_its_auxiliary_heads() =>
        Assert.Equal(6_624_904, Parameters(() => new GoogLeNet(GoogLeNet.Torchvision, heads: false)));

    [Theory]   // multiply-adds in units of 10^9, from torchvision's model tables
    [InlineData("alexnet", 0.714)]
    [InlineData("vgg11", 7.609)]
    [InlineData("vgg16", 15.470)]
    [InlineData("resnet18", 1.814)]
    [InlineData("resnet34", 3.664)]
    [InlineData("resnet50", 4.089)]
    [InlineData("resnet152", 11.514)]
    [InlineData("googlenet", 1.498)]
    [InlineData("inception_v3", 5.713)]
    public void Has_torchvisions_number_of_multiply_adds_within_a_percent(string name, double billions) =>
        Assert.InRange(Table(name).Total.Macs / 1e9, 0.99 * billions, 1.01 * billions);

    [Theory]   // sums over the papers' tables, by hand
    [InlineData("alexnet_paper", 60_965_224, 724_406_816)]
    [InlineData("zfnet", 62_357_608, 1_168_032_896)]
    [InlineData("vgg16c_paper", 133_638_952, 0)]
    [InlineData("vgg11_lrn_paper", 132_863_336, 0)]
    [InlineData("nin_cifar", 966_986, 0)]
    [InlineData("nin_imagenet", 7_595_176, 0)]
    [InlineData("overfeat_fast", 145_920_872, 0)]
    [InlineData("overfeat_accurate", 144_656_488, 0)]
    public void Has_the_papers_counts(string name, long parameters, long multiplyAdds)
    {
        var total = Table(name).Total;
        Assert.Equal(parameters, total.Params);
        if (multiplyAdds > 0) Assert.Equal(multiplyAdds, total.Macs);
    }

    [Theory]   // Sermanet et al. 2014, Table 4: millions of parameters and of connections
    [InlineData("overfeat_fast", 145, 2810)]
    [InlineData("overfeat_accurate", 144, 5369)]
    public void OverFeat_has_the_millions_of_Table_4(string name, long parameters, long connections)
    {
        var total = Table(name).Total;
        Assert.Equal(parameters, total.Params / 1_000_000);
        Assert.InRange(total.Macs / 1e6, 0.99 * connections, 1.01 * connections);
    }

    [Theory]   // He et al. 2016, Table 6: millions of parameters
    [InlineData(20, 0.27)]
    [InlineData(32, 0.46)]
    [InlineData(44, 0.66)]
    [InlineData(56, 0.85)]
    [InlineData(110, 1.7)]
    [InlineData(1202, 19.4)]
    public void Cifar_networks_have_the_millions_of_Table_6(int depth, double millions)
    {
        Assert.Equal(depth, ResNet.Cifar.Single(config => config.Name == $"resnet{depth}_cifar").Depth);
        Assert.Equal(millions, Math.Round(Parameters(() => ModelZoo.Create($"resnet{depth}_cifar")) / 1e6, depth > 100 ? 1 : 2));
    }

    [Theory]   // He et al. 2016, Table 1: 10^9 multiply-adds
    [InlineData("resnet50_paper", 3.8)]
    [InlineData("resnet101_paper", 7.6)]
    [InlineData("resnet152_paper", 11.3)]
    [InlineData("plain34", 3.6)]
    public void ImageNet_networks_have_the_multiply_adds_of_Table_1(string name, double billions) =>
        Assert.InRange(Table(name).Total.Macs / 1e9, 0.98 * billions, 1.03 * billions);

    [Fact]
    public void Plain_and_residual_networks_of_option_A_have_equal_parameters() =>
        Assert.Equal(Parameters(() => ModelZoo.Create("resnet56_cifar")), Parameters(() => ModelZoo.Create("plain56_cifar")));

    [Theory]   // Srivastava et al. 2015, Table 2; Zagoruyko and Komodakis 2016, Table 5, for pre-activation networks
    [InlineData("highway19_cifar", 2.3, 0.05)]
    [InlineData("highway32_cifar", 1.25, 0.05)]
    [InlineData("preact_resnet110_cifar", 1.7, 0.05)]
    [InlineData("preact_resnet164_cifar", 1.7, 0.05)]
    [InlineData("preact_resnet1001_cifar", 10.2, 0.15)]
    public void Has_the_stated_millions_of_parameters(string name, double millions, double within) =>
        Assert.InRange(Parameters(() => ModelZoo.Create(name)) / 1e6, millions - within, millions + within);
}
