using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One row of Fig. 5. Where <paramref name="One"/> is 0 the module halves the side and passes its input's maximum through.</summary>
public sealed record BnInceptionRow(
    string Name, long One, long ThreeReduce, long Three, long TwiceReduce, long Twice, long PoolProjection, bool MaxPool = false)
{
    /// <summary>Whether the module halves the side.</summary>
    public bool Halves => One == 0;

    /// <summary>Maps that come out when <paramref name="channels"/> come in.</summary>
    public long Maps(long channels, double width) => width.Times(Three) + width.Times(Twice)
        + (Halves ? channels : width.Times(One) + width.Times(PoolProjection));
}

/// <summary>An inception module whose 5 × 5 branch is two 3 × 3.</summary>
public sealed class BnInceptionModule : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? one;
    private readonly Module<Tensor, Tensor> three, twice, pool;
    private readonly Concat concat = new();

    /// <summary>The module of one row.</summary>
    public BnInceptionModule(long channels, BnInceptionRow row, double width = 1) : base(nameof(BnInceptionModule))
    {
        var stride = row.Halves ? 2 : 1;
        var (threeReduce, twiceReduce, doubled) = (width.Times(row.ThreeReduce), width.Times(row.TwiceReduce), width.Times(row.Twice));

        one = row.Halves ? null : new BasicConv2d(channels, width.Times(row.One), 1);
        three = Sequential(new BasicConv2d(channels, threeReduce, 1), new BasicConv2d(threeReduce, width.Times(row.Three), 3, stride, 1));
        twice = Sequential(new BasicConv2d(channels, twiceReduce, 1), new BasicConv2d(twiceReduce, doubled, 3, 1, 1), new BasicConv2d(doubled, doubled, 3, stride, 1));
        pool = row.Halves ? MaxPool2d(3, stride: 2, padding: 1)
            : Sequential(row.MaxPool ? MaxPool2d(3, stride: 1, padding: 1) : AvgPool2d(3, stride: 1, padding: 1), new BasicConv2d(channels, width.Times(row.PoolProjection), 1));
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, maps, H, W], or half the side.</summary>
    public override Tensor forward(Tensor x) => one is null ? concat.Of(x, three, twice, pool) : concat.Of(x, one, three, twice, pool);
}

/// <summary>Ioffe and Szegedy 2015, "Batch normalization" (appendix): Inception with batch normalisation, later called v2.</summary>
/// <remarks>
/// As in the paper, the first convolution is separable with depth multiplier 8: 8 filters per colour, then 1 × 1.
/// The auxiliary heads, which the appendix does not show, are left out.
/// </remarks>
public sealed class BnInception : Module<Tensor, Tensor>
{
    /// <summary>The inception rows of Fig. 5.</summary>
    /// <remarks>For 4c and 4d the figure prints a projection to 128 maps, but an output of 576, which takes 96.</remarks>
    public static readonly BnInceptionRow[] Figure5 =
    [
        new("3a", One:  64, ThreeReduce:  64, Three:  64, TwiceReduce:  64, Twice:  96, PoolProjection:  32),
        new("3b", One:  64, ThreeReduce:  64, Three:  96, TwiceReduce:  64, Twice:  96, PoolProjection:  64),
        new("3c", One:   0, ThreeReduce: 128, Three: 160, TwiceReduce:  64, Twice:  96, PoolProjection:   0),
        new("4a", One: 224, ThreeReduce:  64, Three:  96, TwiceReduce:  96, Twice: 128, PoolProjection: 128),
        new("4b", One: 192, ThreeReduce:  96, Three: 128, TwiceReduce:  96, Twice: 128, PoolProjection: 128),
        new("4c", One: 160, ThreeReduce: 128, Three: 160, TwiceReduce: 128, Twice: 160, PoolProjection:  96),
        new("4d", One:  96, ThreeReduce: 128, Three: 192, TwiceReduce: 160, Twice: 192, PoolProjection:  96),
        new("4e", One:   0, ThreeReduce: 128, Three: 192, TwiceReduce: 192, Twice: 256, PoolProjection:   0),
        new("5a", One: 352, ThreeReduce: 192, Three: 320, TwiceReduce: 160, Twice: 224, PoolProjection: 128),
        new("5b", One: 352, ThreeReduce: 192, Three: 320, TwiceReduce: 192, Twice: 224, PoolProjection: 128, MaxPool: true),
    ];

    /// <summary>The network of the appendix.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
        [new("bn_inception", () => new BnInception(), [3, 224, 224], "Inception with batch normalisation (v2), Ioffe and Szegedy 2015")];

    private readonly Module<Tensor, Tensor> depthwise, conv1, maxpool1, conv2, conv3, maxpool2, inception, avgpool, flatten, fc;

    /// <summary>The network.</summary>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public BnInception(long classes = 1000, double width = 1, long channels = 3) : base(nameof(BnInception))
    {
        const long depthMultiplier = 8;
        var (maps, last) = (width.Times(64), width.Times(192));

        depthwise = Conv2d(channels, depthMultiplier * channels, 7, 2, 3, groups: channels, bias: false);
        conv1 = new BasicConv2d(depthMultiplier * channels, maps, 1);
        maxpool1 = MaxPool2d(3, stride: 2, padding: 1);
        conv2 = new BasicConv2d(maps, maps, 1);
        conv3 = new BasicConv2d(maps, last, 3, padding: 1);
        maxpool2 = MaxPool2d(3, stride: 2, padding: 1);

        var modules = new List<(string, Module<Tensor, Tensor>)>();
        foreach (var row in Figure5)
        {
            modules.Add((row.Name, new BnInceptionModule(last, row, width)));
            last = row.Maps(last, width);
        }
        inception = Sequential(modules);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(last, classes);
        RegisterComponents();
    }

    /// <summary>[N, 3, 224, 224] → [N, classes].</summary>
    public override Tensor forward(Tensor x) =>
        x.Through(depthwise, conv1, maxpool1, conv2, conv3, maxpool2, inception, avgpool, flatten, fc);
}
