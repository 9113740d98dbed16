using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>Blocks in each stage, and the maps of each of the two streams there.</summary>
public sealed record RirConfig(string Name, int[] Blocks, long[] Maps)
{
    /// <summary>Learned layers: two in each block, the first convolution and the last.</summary>
    public int Depth => 2 * Blocks.Sum() + 2;
}

/// <summary>A layer of two streams: the residual one has a shortcut, the transient one has none, and each reads both (Eq. 1 and 2).</summary>
public sealed class RirLayer : Module<Tensor, Tensor, (Tensor Residual, Tensor Transient)>
{
    private readonly Module<Tensor, Tensor> residualToResidual, transientToResidual, residualToTransient, transientToTransient;
    private readonly Module<Tensor, Tensor> shortcut, bnResidual, bnTransient, reluResidual, reluTransient;
    private readonly Add add = new();

    /// <summary>From <paramref name="channels"/> to <paramref name="maps"/> maps in each stream.</summary>
    public RirLayer(long channels, long maps, long stride = 1) : base(nameof(RirLayer))
    {
        Module<Tensor, Tensor> Conv() => Conv2d(channels, maps, 3, stride, 1, bias: false);
        (residualToResidual, transientToResidual) = (Conv(), Conv());
        (residualToTransient, transientToTransient) = (Conv(), Conv());
        shortcut = Shortcuts.Create(Shortcut.A, channels, maps, stride)!;
        (bnResidual, bnTransient) = (BatchNorm2d(maps), BatchNorm2d(maps));
        (reluResidual, reluTransient) = (ReLU(inplace: true), ReLU(inplace: true));
        RegisterComponents();
    }

    /// <summary>Two of [N, channels, H, W] → two of [N, maps, H / stride, W / stride], none negative.</summary>
    public override (Tensor Residual, Tensor Transient) forward(Tensor residual, Tensor transient)
    {
        using var own = Sum(residualToResidual.call(residual), transientToResidual.call(transient));
        using var withShortcut = Sum(own, shortcut.call(residual));
        using var other = Sum(residualToTransient.call(residual), transientToTransient.call(transient));
        return (withShortcut.Through(bnResidual, reluResidual), other.Through(bnTransient, reluTransient));
    }

    private Tensor Sum(Tensor a, Tensor b)
    {
        using (b) return add.call(a, b);
    }
}

/// <summary>A residual block made of two such layers: a shortcut from its input to its output, in both streams (Fig. 2c).</summary>
public sealed class RirBlock : Module<Tensor, Tensor, (Tensor Residual, Tensor Transient)>
{
    private readonly RirLayer layer1, layer2;
    private readonly Module<Tensor, Tensor> residualShortcut, transientShortcut;
    private readonly Add add = new();

    /// <summary>From <paramref name="channels"/> to <paramref name="maps"/> maps in each stream.</summary>
    public RirBlock(long channels, long maps, long stride = 1) : base(nameof(RirBlock))
    {
        layer1 = new RirLayer(channels, maps, stride);
        layer2 = new RirLayer(maps, maps);
        residualShortcut = Shortcuts.Create(Shortcut.A, channels, maps, stride)!;
        transientShortcut = Shortcuts.Create(Shortcut.A, channels, maps, stride)!;
        RegisterComponents();
    }

    /// <summary>Two of [N, channels, H, W] → two of [N, maps, H / stride, W / stride].</summary>
    public override (Tensor Residual, Tensor Transient) forward(Tensor residual, Tensor transient)
    {
        var (r1, t1) = layer1.call(residual, transient);
        using var firstResidual = r1;
        using var firstTransient = t1;
        var (r2, t2) = layer2.call(r1, t1);
        using var pastResidual = residualShortcut.call(residual);
        using var pastTransient = transientShortcut.call(transient);
        // Not in place: backward needs what the ReLU put out.
        return (r2.add(pastResidual), t2.add(pastTransient));
    }
}

/// <summary>Targ, Almeida and Lyman 2016, "Resnet in Resnet: generalizing residual architectures".</summary>
/// <remarks>
/// The wide 18-layer network. Every shortcut is an identity, with zero maps where maps are added. Both streams begin with
/// convolutions of the image; at the end both are stacked, a 1 × 1 convolution makes the classes, and positions are averaged.
/// </remarks>
public sealed class ResNetInResNet : Module<Tensor, Tensor>
{
    /// <summary>18 layers, streams of 48, 96 and 192 maps.</summary>
    public static readonly RirConfig Wide18 = new("rir18_cifar", Blocks: [2, 3, 3], Maps: [48, 96, 192]);

    /// <summary>The wide network.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
        [new(Wide18.Name, () => new ResNetInResNet(Wide18), [3, 32, 32], "ResNet in ResNet, Targ et al. 2016")];

    private readonly Module<Tensor, Tensor> conv1Residual, conv1Transient;
    private readonly List<RirBlock> blocks = [];
    private readonly Concat concat = new();
    private readonly Module<Tensor, Tensor> conv2, avgpool, flatten;

    /// <summary>The network of a configuration, with weights drawn after He.</summary>
    /// <param name="config"><see cref="Wide18"/>, or your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public ResNetInResNet(RirConfig config, long classes = 10, double width = 1, long channels = 3) : base(nameof(ResNetInResNet))
    {
        var last = width.Times(config.Maps[0]);
        conv1Residual = new BasicConv2d(channels, last, 3, padding: 1);
        conv1Transient = new BasicConv2d(channels, last, 3, padding: 1);
        for (var stage = 0; stage < config.Blocks.Length; stage++)
            for (var k = 0; k < config.Blocks[stage]; k++)
            {
                var maps = width.Times(config.Maps[stage]);
                blocks.Add(new RirBlock(last, maps, stage > 0 && k == 0 ? 2 : 1));
                register_module($"block{blocks.Count}", blocks[^1]);
                last = maps;
            }
        conv2 = Conv2d(2 * last, classes, 1);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
        Initialise.He(this);
    }

    /// <summary>[N, 3, 32, 32] → [N, classes].</summary>
    public override Tensor forward(Tensor x)
    {
        var (residual, transient) = (conv1Residual.call(x), conv1Transient.call(x));
        foreach (var block in blocks)
        {
            var (r, t) = block.call(residual, transient);
            residual.Dispose();
            transient.Dispose();
            (residual, transient) = (r, t);
        }
        using var last = residual;
        using var lastTransient = transient;
        using var both = concat.call([residual, transient]);
        return both.Through(conv2, avgpool, flatten);
    }
}
