using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>A pre-activation network: blocks per stage, and what the blocks are.</summary>
public sealed record PreActConfig(string Name, int[] Blocks, bool Bottleneck = false, bool Cifar = true);

/// <summary>y = x + F(x), where F begins with normalisation and ReLU and nothing follows the sum (Fig. 1b, Eq. 3).</summary>
/// <remarks>Where the shape changes, the shortcut is a 1 × 1 convolution of the rectified input.</remarks>
public sealed class PreActBlock : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> bn1, relu1, branch;
    private readonly Module<Tensor, Tensor>? downsample;
    private readonly Add add = new();

    /// <summary>A block to <paramref name="maps"/> maps: two 3 × 3 convolutions, or a bottleneck of a quarter of the maps.</summary>
    public PreActBlock(long channels, long maps, long stride, bool bottleneck) : base(nameof(PreActBlock))
    {
        var inner = maps / 4;
        bn1 = BatchNorm2d(channels);
        relu1 = ReLU(inplace: true);
        branch = bottleneck
            ? Sequential(
                Conv2d(channels, inner, 1, bias: false), BatchNorm2d(inner), ReLU(true),
                Conv2d(inner, inner, 3, stride, 1, bias: false), BatchNorm2d(inner), ReLU(true),
                Conv2d(inner, maps, 1, bias: false))
            : Sequential(
                Conv2d(channels, maps, 3, stride, 1, bias: false), BatchNorm2d(maps), ReLU(true),
                Conv2d(maps, maps, 3, 1, 1, bias: false));
        downsample = stride == 1 && channels == maps ? null : Conv2d(channels, maps, 1, stride, bias: false);
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, maps, H / stride, W / stride].</summary>
    public override Tensor forward(Tensor x)
    {
        using var active = x.Through(bn1, relu1);
        using var shortcut = downsample is null ? x.alias() : downsample.call(active);
        return add.call(branch.call(active), shortcut);
    }
}

/// <summary>He, Zhang, Ren and Sun 2016, "Identity mappings in deep residual networks".</summary>
public sealed class PreActResNet : Module<Tensor, Tensor>
{
    /// <summary>The networks of Tables 3 to 5.</summary>
    public static readonly PreActConfig[] Configs =
    [
        new("preact_resnet110_cifar",  [18, 18, 18]),
        new("preact_resnet164_cifar",  [18, 18, 18],    Bottleneck: true),
        new("preact_resnet1001_cifar", [111, 111, 111], Bottleneck: true),
        new("preact_resnet200",        [3, 24, 36, 3],  Bottleneck: true, Cifar: false),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. Configs.Select(config => new ZooEntry(config.Name, () => new PreActResNet(config),
            config.Cifar ? [3, 32, 32] : [3, 224, 224], "ResNet v2 with pre-activation, He et al. 2016b")),
    ];

    private readonly Module<Tensor, Tensor> conv1;
    private readonly Module<Tensor, Tensor>? bn1, relu1, maxpool;
    private readonly Module<Tensor, Tensor> stages, bn2, relu2, avgpool, flatten, fc;

    /// <summary>The network of a configuration, with weights drawn after He.</summary>
    /// <param name="config">One of <see cref="Configs"/>, or your own.</param>
    /// <param name="classes">Number of logits, if not the data set's 10 or 1000.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public PreActResNet(PreActConfig config, long? classes = null, double width = 1, long channels = 3) : base(nameof(PreActResNet))
    {
        var maps = width.Times(config.Cifar ? 16 : 64);
        var last = maps;
        conv1 = config.Cifar ? Conv2d(channels, maps, 3, 1, 1, bias: false) : Conv2d(channels, maps, 7, 2, 3, bias: false);
        bn1 = config.Cifar ? null : BatchNorm2d(maps);
        relu1 = config.Cifar ? null : ReLU(inplace: true);
        maxpool = config.Cifar ? null : MaxPool2d(3, stride: 2, padding: 1);

        var blocks = new List<Module<Tensor, Tensor>>();
        for (var stage = 0; stage < config.Blocks.Length; stage++, maps *= 2)
            for (var k = 0; k < config.Blocks[stage]; k++)
            {
                var put = config.Bottleneck ? 4 * maps : maps;
                blocks.Add(new PreActBlock(last, put, stage > 0 && k == 0 ? 2 : 1, config.Bottleneck));
                last = put;
            }
        stages = Sequential(blocks);
        bn2 = BatchNorm2d(last);
        relu2 = ReLU(inplace: true);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(last, classes ?? (config.Cifar ? 10 : 1000));
        RegisterComponents();
        Initialise.He(this);
    }

    /// <summary>[N, 3, 32, 32] (ImageNet: 224) → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(conv1, bn1, relu1, maxpool, stages, bn2, relu2, avgpool, flatten, fc);
}
