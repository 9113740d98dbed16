using CnnCourse.Layers;
using CnnCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

/// <summary>Narrow networks, which are the same code: they run, and every weight learns.</summary>
public sealed class MiniatureTests
{
    private const int Classes = 5;

    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Build, long Side)> Miniatures = new()
    {
        ["AlexNet"] = (() => new AlexNet(AlexNet.Paper with { Input = 99 }, Classes, 0.125), 99),
        ["ZFNet"] = (() => new ZFNet(Classes, 0.125, input: 96), 96),
        ["OverFeat fast"] = (() => new OverFeat(OverFeat.Fast, Classes, 0.0625), 231),
        ["NIN"] = (() => new NetworkInNetwork(NetworkInNetwork.Cifar, Classes, 0.125), 32),
        ["VGG A-LRN"] = (() => new Vgg(Vgg.Column("A-LRN"), Classes, width: 0.125, input: 32), 32),
        ["VGG C"] = (() => new Vgg(Vgg.Column("C"), Classes, width: 0.125, input: 64), 64),
        ["VGG D, three stages"] = (() => new Vgg(Vgg.Column("D") with { Kernels = Vgg.Column("D").Kernels[..3] }, Classes, width: 0.125, input: 16), 16),
        ["GoogLeNet"] = (() => new GoogLeNet(GoogLeNet.Paper, Classes, heads: false, 0.25), 64),
        ["BN-Inception"] = (() => new BnInception(Classes, 0.25), 64),
        ["Inception v3"] = (() => new InceptionV3(Classes, heads: false, 0.125), 107),
        ["Highway"] = (() => new Highway(Highway.Configs[3], Classes, 0.25), 32),
        ["ResNet-20"] = (() => new ResNet(ResNet.Cifar[0], Classes, 0.5), 32),
        ["ResNet-50 v1"] = (() => new ResNet(ResNet.Table1[5], Classes, 0.125), 64),
        ["Plain-20"] = (() => new ResNet(ResNet.Cifar[0] with { Shortcut = Shortcut.None }, Classes, 0.5), 32),
        ["ResNet-20 C"] = (() => new ResNet(ResNet.Cifar[0] with { Shortcut = Shortcut.C }, Classes, 0.5), 32),
        ["Pre-activation"] = (() => new PreActResNet(new("small", [1, 1, 1], Bottleneck: true), Classes, 0.5), 32),
        ["Pre-activation, ImageNet"] = (() => new PreActResNet(new("small", [1, 1, 1, 1], Cifar: false), Classes, 0.25), 64),
        ["RiR"] = (() => new ResNetInResNet(new("small", [1, 1], [8, 16]), Classes), 32),
        ["Stochastic depth"] = (() => new StochasticDepth(1, Classes, lastSurvival: 1, width: 0.5), 32),
    };

    public static TheoryData<string> Names => [.. Miniatures.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_weight_of_a_miniature_gets_a_finite_gradient(string name)
    {
        manual_seed(3);
        var (build, side) = Miniatures[name];
        using var scope = NewDisposeScope();
        using var model = build();
        model.train();

        var logits = model.call(randn(4, 3, side, side));
        Assert.Equal([4, Classes], logits.shape);
        functional.cross_entropy(logits, tensor(new long[] { 0, 1, 2, 3 })).backward();

        foreach (var (key, parameter) in model.named_parameters())
        {
            var gradient = parameter.grad;
            Assert.True(gradient is not null, $"{key} has no gradient");
            Assert.True(float.IsFinite(gradient.abs().sum().item<float>()), $"{key} has a gradient that is not finite");
        }
        Assert.True(model.parameters().Count(p => p.grad!.abs().sum().item<float>() > 0) > 0.9 * model.parameters().Count(), "hardly a weight would learn");
    }

    [Fact]
    public void A_VGG_whose_image_does_not_survive_its_poolings_says_which_would()
    {
        var message = Assert.Throws<ArgumentException>(() => new Vgg(Vgg.Column("A"), Classes, width: 0.125, input: 31)).Message;
        Assert.Contains("5 poolings", message, StringComparison.Ordinal);
        Assert.Contains("32x32", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inference_leaves_no_tensor_behind()
    {
        using var model = new ResNet(ResNet.Cifar[0], Classes, 0.5);
        model.eval();
        using var x = randn(1, 3, 32, 32);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var before = scope.DisposablesCount;
        model.call(x).Dispose();
        Assert.Equal(before, scope.DisposablesCount);
    }

    [Theory]
    [InlineData("GoogLeNet", 3)]
    [InlineData("Inception v3", 2)]
    public void Auxiliary_heads_give_logits_of_their_own_beside_the_main_ones(string name, int count)
    {
        using var scope = NewDisposeScope();
        using Module<Tensor, Tensor> model = name == "GoogLeNet" ? new GoogLeNet(GoogLeNet.Paper, Classes, true, 0.125) : new InceptionV3(Classes, true, 0.125);
        model.eval();
        var x = randn(1, 3, name == "GoogLeNet" ? 224 : 299, name == "GoogLeNet" ? 224 : 299);
        var heads = ((IAuxiliaryHeads)model).ForwardWithHeads(x);

        Assert.Equal(count, heads.Count);
        Assert.All(heads, head => Assert.Equal([1, Classes], head.shape));
        Assert.Equal(Drawn.Floats(model.call(x)), Drawn.Floats(heads[0]));

        var labels = tensor(new long[] { 2 });
        var losses = heads.Select(head => functional.cross_entropy(head, labels).item<float>()).ToArray();
        Assert.Equal(losses[0] + 0.3f * losses[1..].Sum(), DeepSupervision.Loss(heads, labels).item<float>(), 1e-5f);
    }
}
