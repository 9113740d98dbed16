using CnnCourse.Arithmetic;
using CnnCourse.Models;
using CnnCourse.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Models;

/// <summary>torchvision.models under TorchSharp's names.</summary>
public sealed class TorchvisionModelsTests(TorchvisionFixture python) : IClassFixture<TorchvisionFixture>
{
    private const double LogitTolerance = 1e-5;

    [Theory]   // source: torchvision's published weight tables
    [InlineData("resnext50_32x4d", 25_028_904)]
    [InlineData("resnext101_32x8d", 88_791_336)]
    [InlineData("resnext101_64x4d", 83_455_272)]
    [InlineData("wide_resnet50_2", 68_883_240)]
    [InlineData("wide_resnet101_2", 126_886_696)]
    public void Wider_and_grouped_networks_have_the_published_number_of_parameters(string name, long expected)
    {
        using var model = Hollow.Build(() => Named(name));
        Assert.Equal(expected, model.parameters().Sum(p => p.numel()));
    }

    [Theory]
    [InlineData("resnext50_32x4d")]
    [InlineData("wide_resnet50_2")]
    public void Grouped_and_wide_networks_are_torchvisions(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Drawn.Fill(Named(name));
        Assert.Equal(python.Keys(name), Drawn.Keys(model));
        model.eval();
        manual_seed(64);
        Assert.InRange(Drawn.RelativeError(python.Logits(name, 64), Drawn.Floats(model.call(randn(2, 3, 64, 64)))), 0, LogitTolerance);
    }

    [Fact]
    public void A_name_gives_the_zoos_network()
    {
        foreach (var name in (string[])["alexnet", "vgg11_bn", "inception_v3", "resnet18", "resnet50"])
        {
            using var ours = Hollow.Build(() => Named(name));
            using var zoos = Hollow.Build(() => ModelZoo.Create(name));
            Assert.Equal(Drawn.Keys(zoos), Drawn.Keys(ours));
        }
        using var headless = Hollow.Build(() => torchvision.models.googlenet());
        Assert.DoesNotContain(Drawn.Keys(headless), key => key.StartsWith("aux", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_come_from_a_file_with_or_without_the_last_layer()
    {
        using var scope = NewDisposeScope();
        using var source = torchvision.models.resnet18(num_classes: 5);
        var path = Path.Combine(Directory.CreateTempSubdirectory("cnn-course-models").FullName, "five.pth");
        WeightFile.Save(path, source.state_dict());

        using var same = torchvision.models.resnet18(5, weights_file: path, skipfc: false);
        Assert.True(same.state_dict().All(entry => entry.Value.Equals(source.state_dict()[entry.Key])));
        using var other = torchvision.models.resnet18(7, weights_file: path);
        Assert.Equal(source.state_dict()["conv1.weight"], other.state_dict()["conv1.weight"]);
        Assert.Equal([7, 512], other.state_dict()["fc.weight"].shape);
        Assert.Contains("fc.weight is [5, 512]", Assert.Throws<InvalidOperationException>(() => torchvision.models.resnet18(7, weights_file: path, skipfc: false)).Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Blocks_begin_as_their_shortcut_if_asked()
    {
        using var model = torchvision.models.resnet18(zero_init_residual: true);
        var scales = model.named_parameters().Where(p => p.name.EndsWith("bn2.weight", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, scales.Count);
        Assert.All(scales, p => Assert.Equal(0f, p.parameter.abs().max().item<float>()));
    }

    [Fact]
    public void Dropout_and_the_inputs_scale_are_the_callers()
    {
        using var scope = NewDisposeScope();
        using var alexnet = Hollow.Build(() => torchvision.models.alexnet(dropout: 0.3f));
        Assert.All(alexnet.modules().OfType<Dropout>(), dropout => Assert.Equal(0.3f, dropout.p));

        manual_seed(1);
        using var model = torchvision.models.googlenet(transform_input: true);
        manual_seed(1);
        using var plain = torchvision.models.googlenet();
        model.eval();
        plain.eval();
        var pixels = rand(1, 3, 64, 64);
        using var guard = no_grad();
        var normalised = torchvision.transforms.functional.normalize(pixels, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
        Assert.True(plain.call((pixels - 0.5) / 0.5).allclose(model.call(normalised), rtol: 1e-3, atol: 1e-4));
    }

    [Fact]
    public void What_is_not_here_says_so()
    {
        Assert.Contains("norm_layer", Assert.Throws<NotSupportedException>(() => torchvision.models.resnet18(norm_layer: n => nn.GroupNorm(1, n))).Message, StringComparison.Ordinal);
        Assert.Contains("bottlenecks", Assert.Throws<ArgumentException>(() => torchvision.models.resnet18(groups: 2)).Message, StringComparison.Ordinal);
    }

    private static nn.Module<Tensor, Tensor> Named(string name) => name switch
    {
        "alexnet" => torchvision.models.alexnet(),
        "vgg11_bn" => torchvision.models.vgg11_bn(),
        "inception_v3" => torchvision.models.inception_v3(),
        "resnet18" => torchvision.models.resnet18(),
        "resnet50" => torchvision.models.resnet50(),
        "resnext50_32x4d" => torchvision.models.resnext50_32x4d(),
        "resnext101_32x8d" => torchvision.models.resnext101_32x8d(),
        "resnext101_64x4d" => torchvision.models.resnext101_64x4d(),
        "wide_resnet50_2" => torchvision.models.wide_resnet50_2(),
        "wide_resnet101_2" => torchvision.models.wide_resnet101_2(),
        _ => throw new ArgumentException(name),
    };
}
