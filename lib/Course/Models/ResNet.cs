using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>A network of the paper: blocks per stage, and what the blocks are.</summary>
/// <param name="Name">The zoo's name.</param>
/// <param name="Blocks">Blocks in each stage; every stage but the first halves the side and doubles the maps.</param>
/// <param name="Bottleneck">Blocks of 1 × 1, 3 × 3, 1 × 1 (Fig. 5, right) in place of two 3 × 3.</param>
/// <param name="Shortcut">Option A, B or C of §4.1; None is the plain network.</param>
/// <param name="Cifar">The stem and widths of §4.2: one 3 × 3 convolution, 16 maps; else 7 × 7, pooling, 64 maps.</param>
/// <param name="StrideFirst">A bottleneck halves the side in its first 1 × 1 convolution, not in the 3 × 3.</param>
/// <param name="Groups">Groups of a bottleneck's 3 × 3 convolution: ResNeXt's cardinality (Xie et al. 2017).</param>
/// <param name="GroupWidth">Maps of each group in the first stage; one group of 64 is the paper's network.</param>
public sealed record ResNetConfig(
    string Name, int[] Blocks, bool Bottleneck = false, Shortcut Shortcut = Shortcut.B, bool Cifar = false, bool StrideFirst = false,
    long Groups = 1, long GroupWidth = 64)
{
    /// <summary>Learned layers on the main path; projections do not count.</summary>
    public int Depth => Blocks.Sum() * (Bottleneck ? 3 : 2) + 2;
}

/// <summary>F of two 3 × 3 convolutions (Fig. 5, left).</summary>
public class BasicBlock : ResidualBlock
{
    private readonly Module<Tensor, Tensor> conv1, bn1, relu1, conv2, bn2;

    /// <summary>A block from <paramref name="channels"/> to <paramref name="maps"/> maps.</summary>
    public BasicBlock(long channels, long maps, long stride = 1, Shortcut option = Shortcut.B)
        : base(nameof(BasicBlock), channels, maps, stride, option)
    {
        conv1 = Conv2d(channels, maps, 3, stride, 1, bias: false);
        bn1 = BatchNorm2d(maps);
        relu1 = ReLU(inplace: true);
        conv2 = Conv2d(maps, maps, 3, 1, 1, bias: false);
        bn2 = BatchNorm2d(maps);
        RegisterComponents();
    }

    /// <inheritdoc/>
    protected override Tensor Residual(Tensor x) => x.Through(conv1, bn1, relu1, conv2, bn2);
}

/// <summary>F that narrows to a quarter, convolves 3 × 3 there, and widens again (Fig. 5, right).</summary>
public sealed class Bottleneck : ResidualBlock
{
    /// <summary>A block puts out this many times the maps of its 3 × 3 convolution.</summary>
    public const long Expansion = 4;

    private readonly Module<Tensor, Tensor> conv1, bn1, relu1, conv2, bn2, relu2, conv3, bn3;

    /// <summary>A block from <paramref name="channels"/> to 4 × <paramref name="maps"/> maps.</summary>
    public Bottleneck(long channels, long maps, long stride = 1, Shortcut option = Shortcut.B, bool strideFirst = false, long groups = 1, long groupWidth = 64)
        : base(nameof(Bottleneck), channels, maps * Expansion, stride, option)
    {
        var inner = maps * groupWidth / 64 * groups;
        conv1 = Conv2d(channels, inner, 1, strideFirst ? stride : 1, bias: false);
        bn1 = BatchNorm2d(inner);
        relu1 = ReLU(inplace: true);
        conv2 = Conv2d(inner, inner, 3, strideFirst ? 1 : stride, 1, groups: groups, bias: false);
        bn2 = BatchNorm2d(inner);
        relu2 = ReLU(inplace: true);
        conv3 = Conv2d(inner, maps * Expansion, 1, bias: false);
        bn3 = BatchNorm2d(maps * Expansion);
        RegisterComponents();
    }

    /// <inheritdoc/>
    protected override Tensor Residual(Tensor x) => x.Through(conv1, bn1, relu1, conv2, bn2, relu2, conv3, bn3);
}

/// <summary>He, Zhang, Ren and Sun 2016, "Deep residual learning for image recognition".</summary>
/// <remarks>torchvision's bottlenecks have their stride in the 3 × 3 convolution ("v1.5"); those ending in _paper in the first 1 × 1.</remarks>
public sealed class ResNet : Module<Tensor, Tensor>
{
    /// <summary>Table 1, and the plain networks of Fig. 3.</summary>
    public static readonly ResNetConfig[] Table1 =
    [
        new("resnet18",  [2, 2, 2, 2]),
        new("resnet34",  [3, 4, 6, 3]),
        new("resnet50",  [3, 4, 6, 3],  Bottleneck: true),
        new("resnet101", [3, 4, 23, 3], Bottleneck: true),
        new("resnet152", [3, 8, 36, 3], Bottleneck: true),
        new("resnet50_paper",  [3, 4, 6, 3],  Bottleneck: true, StrideFirst: true),
        new("resnet101_paper", [3, 4, 23, 3], Bottleneck: true, StrideFirst: true),
        new("resnet152_paper", [3, 8, 36, 3], Bottleneck: true, StrideFirst: true),
        new("plain18",   [2, 2, 2, 2], Shortcut: Shortcut.None),
        new("plain34",   [3, 4, 6, 3], Shortcut: Shortcut.None),
    ];

    /// <summary>§4.2: 6n + 2 layers for CIFAR-10, n blocks in each of three stages.</summary>
    public static readonly ResNetConfig[] Cifar =
    [
        .. new[] { 3, 5, 7, 9, 18, 200 }.Select(n => CifarOf(n, Shortcut.A)),
        .. new[] { 3, 5, 7, 9, 18 }.Select(n => CifarOf(n, Shortcut.None)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. Table1.Select(config => new ZooEntry(config.Name, () => new ResNet(config), [3, 224, 224], Title(config))),
        .. Cifar.Select(config => new ZooEntry(config.Name, () => new ResNet(config, 10), [3, 32, 32], Title(config))),
    ];

    private readonly Module<Tensor, Tensor> conv1, bn1, relu;
    private readonly Module<Tensor, Tensor>? maxpool;
    private readonly Module<Tensor, Tensor> layer1, layer2, layer3;
    private readonly Module<Tensor, Tensor>? layer4;
    private readonly Module<Tensor, Tensor> avgpool, flatten, fc;

    /// <summary>The network of a table's row, with weights drawn after He (§3.4).</summary>
    /// <param name="config">A row of <see cref="Table1"/> or <see cref="Cifar"/>, or your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    /// <exception cref="ArgumentException">Groups without bottlenecks.</exception>
    public ResNet(ResNetConfig config, long classes = 1000, double width = 1, long channels = 3) : base(nameof(ResNet))
    {
        if (!config.Bottleneck && (config.Groups, config.GroupWidth) is not (1, 64))
            throw new ArgumentException($"{config.Name} has no bottlenecks, and only they have groups; leave Groups at 1 and GroupWidth at 64.", nameof(config));
        var maps = width.Times(config.Cifar ? 16 : 64);
        conv1 = config.Cifar ? Conv2d(channels, maps, 3, 1, 1, bias: false) : Conv2d(channels, maps, 7, 2, 3, bias: false);
        bn1 = BatchNorm2d(maps);
        relu = ReLU(inplace: true);
        maxpool = config.Cifar ? null : MaxPool2d(3, stride: 2, padding: 1);
        var last = maps;
        layer1 = Stage(config, 0, ref last, maps);
        layer2 = Stage(config, 1, ref last, 2 * maps);
        layer3 = Stage(config, 2, ref last, 4 * maps);
        layer4 = config.Blocks.Length > 3 ? Stage(config, 3, ref last, 8 * maps) : null;
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(last, classes);
        RegisterComponents();
        foreach (var conv in modules().OfType<Conv2d>().Where(conv => !conv.weight.is_meta))
            init.kaiming_normal_(conv.weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
    }

    private static Sequential Stage(ResNetConfig config, int stage, ref long channels, long maps)
    {
        var blocks = new List<Module<Tensor, Tensor>>();
        for (var k = 0; k < config.Blocks[stage]; k++)
        {
            var stride = stage > 0 && k == 0 ? 2 : 1;
            blocks.Add(config.Bottleneck
                ? new Bottleneck(channels, maps, stride, config.Shortcut, config.StrideFirst, config.Groups, config.GroupWidth)
                : new BasicBlock(channels, maps, stride, config.Shortcut));
            channels = config.Bottleneck ? maps * Bottleneck.Expansion : maps;
        }
        return Sequential(blocks);
    }

    /// <summary>[N, 3, 224, 224] (CIFAR: 32) → [N, classes].</summary>
    public override Tensor forward(Tensor x) =>
        x.Through(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, avgpool, flatten, fc);

    private static string Title(ResNetConfig config) =>
        $"{(config.Shortcut == Shortcut.None ? "plain" : "residual")} network of {config.Depth} layers, He et al. 2016{(config.StrideFirst ? " to the letter" : "")}";

    private static ResNetConfig CifarOf(int n, Shortcut option) =>
        new($"{(option == Shortcut.None ? "plain" : "resnet")}{6 * n + 2}_cifar", [n, n, n], Shortcut: option, Cifar: true);
}
