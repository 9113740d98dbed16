using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One inception row of Table 1: maps of each branch, and of the 1 × 1 convolutions that reduce what the branch sees.</summary>
public sealed record InceptionRow(
    string Name, long One, long ThreeReduce, long Three, long FiveReduce, long Five, long PoolProjection)
{
    /// <summary>Maps of the four branches together.</summary>
    public long Maps => One + Three + Five + PoolProjection;
}

/// <summary>What differs between the paper's network and torchvision's.</summary>
/// <param name="Name">The zoo's name.</param>
/// <param name="BatchNorm">Batch normalisation in place of biases and of local response normalisation.</param>
/// <param name="Five">Kernel of the branch that is called 5 × 5.</param>
/// <param name="LastPool">Kernel of the pooling before 5a.</param>
/// <param name="AnySize">Auxiliary heads average their maps to 4 × 4 instead of pooling 5 × 5 with stride 3.</param>
/// <param name="Dropout">Dropout before the last layer.</param>
public sealed record GoogLeNetConfig(string Name, bool BatchNorm, long Five, long LastPool, bool AnySize, double Dropout);

/// <summary>Four branches on one input, stacked (Fig. 2b).</summary>
public sealed class Inception : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> branch1, branch2, branch3, branch4;
    private readonly Concat concat = new();

    /// <summary>The module of one row.</summary>
    public Inception(long channels, InceptionRow row, GoogLeNetConfig config, double width = 1) : base(nameof(Inception))
    {
        BasicConv2d Conv(long from, long to, long kernel) => new(from, to, kernel, padding: kernel / 2, normalised: config.BatchNorm);
        var (threeReduce, fiveReduce) = (width.Times(row.ThreeReduce), width.Times(row.FiveReduce));

        branch1 = Conv(channels, width.Times(row.One), 1);
        branch2 = Sequential(Conv(channels, threeReduce, 1), Conv(threeReduce, width.Times(row.Three), 3));
        branch3 = Sequential(Conv(channels, fiveReduce, 1), Conv(fiveReduce, width.Times(row.Five), config.Five));
        branch4 = Sequential(MaxPool2d(3, stride: 1, padding: 1, ceil_mode: true), Conv(channels, width.Times(row.PoolProjection), 1));
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, maps, H, W].</summary>
    public override Tensor forward(Tensor x) => concat.Of(x, branch1, branch2, branch3, branch4);
}

/// <summary>A small classifier on the maps of 4a or 4d (§5): pooling, 128 1 × 1 convolutions, 1024 units, dropout 70 %.</summary>
public sealed class InceptionHead : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> pool, conv, flatten, fc1, relu, dropout, fc2;

    /// <summary>A head on <paramref name="channels"/> maps of 14 × 14.</summary>
    public InceptionHead(long channels, long classes, GoogLeNetConfig config, double width = 1) : base(nameof(InceptionHead))
    {
        var (maps, hidden) = (width.Times(128), width.Times(1024));
        pool = config.AnySize ? AdaptiveAvgPool2d(4) : AvgPool2d(5, 3);
        conv = new BasicConv2d(channels, maps, 1, normalised: config.BatchNorm);
        flatten = Flatten();
        fc1 = Linear(maps * 4 * 4, hidden);
        relu = ReLU(inplace: true);
        dropout = Dropout(0.7);
        fc2 = Linear(hidden, classes);
        RegisterComponents();
    }

    /// <summary>[N, channels, 14, 14] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(pool, conv, flatten, fc1, relu, dropout, fc2);
}

/// <summary>Szegedy et al. 2015, "Going deeper with convolutions".</summary>
/// <remarks>
/// torchvision's network has batch normalisation, a 3 × 3 kernel where the paper has 5 × 5 (a slip kept for the weights' sake),
/// and 2 × 2 pooling before 5a. Both average all positions at the end, so that any input size works; at 224 that is the paper's 7 × 7.
/// Local response normalisation has Caffe's constants: the paper gives none.
/// </remarks>
public sealed class GoogLeNet : Module<Tensor, Tensor>, IAuxiliaryHeads
{
    /// <summary>The inception rows of Table 1.</summary>
    public static readonly InceptionRow[] Table1 =
    [
        new("3a", One:  64, ThreeReduce:  96, Three: 128, FiveReduce: 16, Five:  32, PoolProjection:  32),
        new("3b", One: 128, ThreeReduce: 128, Three: 192, FiveReduce: 32, Five:  96, PoolProjection:  64),
        new("4a", One: 192, ThreeReduce:  96, Three: 208, FiveReduce: 16, Five:  48, PoolProjection:  64),
        new("4b", One: 160, ThreeReduce: 112, Three: 224, FiveReduce: 24, Five:  64, PoolProjection:  64),
        new("4c", One: 128, ThreeReduce: 128, Three: 256, FiveReduce: 24, Five:  64, PoolProjection:  64),
        new("4d", One: 112, ThreeReduce: 144, Three: 288, FiveReduce: 32, Five:  64, PoolProjection:  64),
        new("4e", One: 256, ThreeReduce: 160, Three: 320, FiveReduce: 32, Five: 128, PoolProjection: 128),
        new("5a", One: 256, ThreeReduce: 160, Three: 320, FiveReduce: 32, Five: 128, PoolProjection: 128),
        new("5b", One: 384, ThreeReduce: 192, Three: 384, FiveReduce: 48, Five: 128, PoolProjection: 128),
    ];

    /// <summary>The paper's network.</summary>
    public static readonly GoogLeNetConfig Paper = new("googlenet_paper", BatchNorm: false, Five: 5, LastPool: 3, AnySize: false, Dropout: 0.4);

    /// <summary>torchvision's.</summary>
    public static readonly GoogLeNetConfig Torchvision = new("googlenet", BatchNorm: true, Five: 3, LastPool: 2, AnySize: true, Dropout: 0.2);

    /// <summary>Both, with their auxiliary heads.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. new[] { Torchvision, Paper }.Select(config =>
            new ZooEntry(config.Name, () => new GoogLeNet(config), [3, 224, 224],
                config == Paper ? "GoogLeNet as in Szegedy et al. 2015" : "GoogLeNet with batch normalisation, as torchvision has it")),
    ];

    private readonly Module<Tensor, Tensor> conv1, maxpool1;
    private readonly Module<Tensor, Tensor>? norm1;
    private readonly Module<Tensor, Tensor> conv2, conv3;
    private readonly Module<Tensor, Tensor>? norm2;
    private readonly Module<Tensor, Tensor> maxpool2;
    private readonly Module<Tensor, Tensor> inception3a, inception3b, maxpool3;
    private readonly Module<Tensor, Tensor> inception4a, inception4b, inception4c, inception4d, inception4e, maxpool4;
    private readonly Module<Tensor, Tensor> inception5a, inception5b;
    private readonly Module<Tensor, Tensor>? aux1, aux2;
    private readonly Module<Tensor, Tensor> avgpool, flatten, dropout, fc;

    /// <summary>The network of a configuration.</summary>
    /// <param name="config"><see cref="Paper"/> or <see cref="Torchvision"/>.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="heads">Whether there are auxiliary heads; they are no use after training.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public GoogLeNet(GoogLeNetConfig config, long classes = 1000, bool heads = true, double width = 1, long channels = 3)
        : base(nameof(GoogLeNet))
    {
        var maps = width.Times(64);
        conv1 = new BasicConv2d(channels, maps, 7, stride: 2, padding: 3, config.BatchNorm);
        maxpool1 = MaxPool2d(3, stride: 2, ceil_mode: true);
        norm1 = config.BatchNorm ? null : LocalResponseNormalization.Caffe();
        conv2 = new BasicConv2d(maps, maps, 1, normalised: config.BatchNorm);
        conv3 = new BasicConv2d(maps, width.Times(192), 3, padding: 1, normalised: config.BatchNorm);
        norm2 = config.BatchNorm ? null : LocalResponseNormalization.Caffe();
        maxpool2 = MaxPool2d(3, stride: 2, ceil_mode: true);

        var last = width.Times(192);
        Inception Next(int row)
        {
            var module = new Inception(last, Table1[row], config, width);
            last = width.Times(Table1[row].One) + width.Times(Table1[row].Three) + width.Times(Table1[row].Five) + width.Times(Table1[row].PoolProjection);
            return module;
        }
        (inception3a, inception3b) = (Next(0), Next(1));
        maxpool3 = MaxPool2d(3, stride: 2, ceil_mode: true);
        inception4a = Next(2);
        aux1 = heads ? new InceptionHead(last, classes, config, width) : null;
        (inception4b, inception4c, inception4d) = (Next(3), Next(4), Next(5));
        aux2 = heads ? new InceptionHead(last, classes, config, width) : null;
        inception4e = Next(6);
        maxpool4 = MaxPool2d(config.LastPool, stride: 2, ceil_mode: true);
        (inception5a, inception5b) = (Next(7), Next(8));
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        dropout = Dropout(config.Dropout);
        fc = Linear(last, classes);
        RegisterComponents();
    }

    /// <summary>[N, 3, 224, 224] → [N, classes], of the main head.</summary>
    public override Tensor forward(Tensor x)
    {
        using var maps4a = To4a(x);
        using var maps4d = To4d(maps4a);
        return FromThere(maps4d);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> ForwardWithHeads(Tensor x)
    {
        using var maps4a = To4a(x);
        using var maps4d = To4d(maps4a);
        var main = FromThere(maps4d);
        return aux1 is null || aux2 is null ? [main] : [main, aux1.call(maps4a), aux2.call(maps4d)];
    }

    private Tensor To4a(Tensor x) =>
        x.Through(conv1, maxpool1, norm1, conv2, conv3, norm2, maxpool2, inception3a, inception3b, maxpool3, inception4a);

    private Tensor To4d(Tensor maps4a) => maps4a.Through(inception4b, inception4c, inception4d);

    private Tensor FromThere(Tensor maps4d) =>
        maps4d.Through(inception4e, maxpool4, inception5a, inception5b, avgpool, flatten, dropout, fc);
}
