using CnnCourse.Layers;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One convolution of a branch; a stride of 1 keeps the side, a stride of 2 takes no padding.</summary>
public sealed record MixedConv(long Maps, long Height, long Width, long Stride = 1);

/// <summary>One branch: perhaps a pooling, convolutions one after the other, perhaps two at the end side by side.</summary>
/// <param name="Name">torchvision's name; the convolutions are numbered after it where there are several.</param>
/// <param name="Pool">What comes first.</param>
/// <param name="Convolutions">First to last.</param>
/// <param name="Split">Convolutions on the result of the last one, stacked (Fig. 7).</param>
public sealed record MixedBranch(string Name, MixedConv[] Convolutions, MixedPool Pool = MixedPool.None, MixedConv[]? Split = null);

/// <summary>The pooling of a branch.</summary>
public enum MixedPool
{
    /// <summary>None.</summary>
    None,

    /// <summary>Average of 3 × 3, stride 1.</summary>
    Average,

    /// <summary>Maximum of 3 × 3, stride 2: the grid-size reduction of Fig. 10.</summary>
    Reduce,
}

/// <summary>Branches side by side, stacked.</summary>
public sealed class Mixed : Module<Tensor, Tensor>
{
    private readonly List<Func<Tensor, Tensor>> paths = [];
    private readonly Concat concat = new();

    /// <summary>The module of a figure.</summary>
    /// <param name="channels">Maps that come in.</param>
    /// <param name="branches">The figure.</param>
    /// <param name="width">Multiplies every map count.</param>
    public Mixed(long channels, MixedBranch[] branches, double width = 1) : base(nameof(Mixed))
    {
        foreach (var branch in branches)
        {
            var (path, from) = (new List<Module<Tensor, Tensor>>(), channels);
            if (branch.Pool == MixedPool.Average) Register($"{branch.Name}_average", AvgPool2d(3, stride: 1, padding: 1), path);
            if (branch.Pool == MixedPool.Reduce) Register($"{branch.Name}_maximum", MaxPool2d(3, stride: 2), path);

            var numbered = branch.Convolutions.Length > 1 || branch.Split is not null;
            for (var k = 0; k < branch.Convolutions.Length; k++)
            {
                Register(numbered ? $"{branch.Name}_{k + 1}" : branch.Name, Conv(from, branch.Convolutions[k], width), path);
                from = width.Times(branch.Convolutions[k].Maps);
            }
            Maps += branch.Split is null ? from : branch.Split.Sum(conv => width.Times(conv.Maps));
            paths.Add(branch.Split is null ? x => x.Through([.. path]) : Split(branch, from, width, path));
        }
        register_module(nameof(concat), concat);
    }

    /// <summary>Maps that come out.</summary>
    public long Maps { get; }

    /// <summary>[N, channels, H, W] → [N, maps, H', W'].</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return concat.call([.. paths.Select(path => path(x))]).MoveToOuterDisposeScope();
    }

    private Func<Tensor, Tensor> Split(MixedBranch branch, long from, double width, List<Module<Tensor, Tensor>> path)
    {
        var ends = new List<Module<Tensor, Tensor>>();
        foreach (var (k, conv) in branch.Split!.Index())
            Register($"{branch.Name}_{branch.Convolutions.Length + 1}{"ab"[k]}", Conv(from, conv, width), ends);
        return x =>
        {
            using var stem = x.Through([.. path]);
            return concat.Of(stem, ends);
        };
    }

    private void Register(string name, Module<Tensor, Tensor> module, List<Module<Tensor, Tensor>> path)
    {
        register_module(name, module);
        path.Add(module);
    }

    private static BasicConv2d Conv(long from, MixedConv conv, double width) =>
        new(from, width.Times(conv.Maps), (conv.Height, conv.Width), conv.Stride,
            conv.Stride == 1 ? (conv.Height / 2, conv.Width / 2) : (0, 0));
}

/// <summary>The auxiliary classifier on 17 × 17 maps: a regulariser, says §4, more than a help for the lower layers.</summary>
public sealed class InceptionV3Head : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> pool, conv0, conv1, average, flatten, fc;

    /// <summary>A head on <paramref name="channels"/> maps.</summary>
    public InceptionV3Head(long channels, long classes, double width = 1) : base(nameof(InceptionV3Head))
    {
        pool = AvgPool2d(5, stride: 3);
        conv0 = new BasicConv2d(channels, width.Times(128), 1);
        conv1 = new BasicConv2d(width.Times(128), width.Times(768), 5);
        average = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(width.Times(768), classes);
        RegisterComponents();
    }

    /// <summary>[N, channels, 17, 17] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(pool, conv0, conv1, average, flatten, fc);
}

/// <summary>Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016, "Rethinking the Inception architecture for computer vision".</summary>
/// <remarks>
/// The network that was released and that torchvision has: its stem differs from the paper's Table 1 in two 1 × 1 and 3 × 3 layers,
/// and the first of the three modules on 35 × 35 maps keeps a 5 × 5 convolution.
/// </remarks>
public sealed class InceptionV3 : Module<Tensor, Tensor>, IAuxiliaryHeads
{
    /// <summary>35 × 35 maps (Fig. 5).</summary>
    public static MixedBranch[] Figure5(long pooled) =>
    [
        new("branch1x1",    [new(64, 1, 1)]),
        new("branch5x5",    [new(48, 1, 1), new(64, 5, 5)]),
        new("branch3x3dbl", [new(64, 1, 1), new(96, 3, 3), new(96, 3, 3)]),
        new("branch_pool",  [new(pooled, 1, 1)], MixedPool.Average),
    ];

    /// <summary>From 35 × 35 to 17 × 17 (Fig. 10).</summary>
    public static MixedBranch[] Figure10A { get; } =
    [
        new("branch3x3",    [new(384, 3, 3, Stride: 2)]),
        new("branch3x3dbl", [new(64, 1, 1), new(96, 3, 3), new(96, 3, 3, Stride: 2)]),
        new("branch_max",   [], MixedPool.Reduce),
    ];

    /// <summary>17 × 17 maps, with n = 7 (Fig. 6).</summary>
    public static MixedBranch[] Figure6(long inner) =>
    [
        new("branch1x1",    [new(192, 1, 1)]),
        new("branch7x7",    [new(inner, 1, 1), new(inner, 1, 7), new(192, 7, 1)]),
        new("branch7x7dbl", [new(inner, 1, 1), new(inner, 7, 1), new(inner, 1, 7), new(inner, 7, 1), new(192, 1, 7)]),
        new("branch_pool",  [new(192, 1, 1)], MixedPool.Average),
    ];

    /// <summary>From 17 × 17 to 8 × 8 (Fig. 10).</summary>
    public static MixedBranch[] Figure10B { get; } =
    [
        new("branch3x3",   [new(192, 1, 1), new(320, 3, 3, Stride: 2)]),
        new("branch7x7x3", [new(192, 1, 1), new(192, 1, 7), new(192, 7, 1), new(192, 3, 3, Stride: 2)]),
        new("branch_max",  [], MixedPool.Reduce),
    ];

    /// <summary>8 × 8 maps (Fig. 7).</summary>
    public static MixedBranch[] Figure7 { get; } =
    [
        new("branch1x1",    [new(320, 1, 1)]),
        new("branch3x3",    [new(384, 1, 1)], Split: [new(384, 1, 3), new(384, 3, 1)]),
        new("branch3x3dbl", [new(448, 1, 1), new(384, 3, 3)], Split: [new(384, 1, 3), new(384, 3, 1)]),
        new("branch_pool",  [new(192, 1, 1)], MixedPool.Average),
    ];

    /// <summary>The network with its auxiliary head.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        new("inception_v3", () => new InceptionV3(), [3, 299, 299], "Inception v3, Szegedy et al. 2016"),
    ];

    private readonly Module<Tensor, Tensor> Conv2d_1a_3x3, Conv2d_2a_3x3, Conv2d_2b_3x3, maxpool1, Conv2d_3b_1x1, Conv2d_4a_3x3, maxpool2;
    private readonly Module<Tensor, Tensor> Mixed_5b, Mixed_5c, Mixed_5d, Mixed_6a, Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e;
    private readonly Module<Tensor, Tensor>? AuxLogits;
    private readonly Module<Tensor, Tensor> Mixed_7a, Mixed_7b, Mixed_7c, avgpool, dropout, flatten, fc;

    /// <summary>The network.</summary>
    /// <param name="classes">Number of logits.</param>
    /// <param name="heads">Whether there is an auxiliary head; it is no use after training.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public InceptionV3(long classes = 1000, bool heads = true, double width = 1, long channels = 3) : base(nameof(InceptionV3))
    {
        var last = channels;
        BasicConv2d Conv(long maps, long kernel, long stride = 1, long padding = 0)
        {
            var conv = new BasicConv2d(last, width.Times(maps), kernel, stride, padding);
            last = width.Times(maps);
            return conv;
        }
        Mixed Next(MixedBranch[] figure)
        {
            var mixed = new Mixed(last, figure, width);
            last = mixed.Maps;
            return mixed;
        }

        Conv2d_1a_3x3 = Conv(32, 3, stride: 2);
        Conv2d_2a_3x3 = Conv(32, 3);
        Conv2d_2b_3x3 = Conv(64, 3, padding: 1);
        maxpool1 = MaxPool2d(3, stride: 2);
        Conv2d_3b_1x1 = Conv(80, 1);
        Conv2d_4a_3x3 = Conv(192, 3);
        maxpool2 = MaxPool2d(3, stride: 2);
        (Mixed_5b, Mixed_5c, Mixed_5d) = (Next(Figure5(32)), Next(Figure5(64)), Next(Figure5(64)));
        Mixed_6a = Next(Figure10A);
        (Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e) = (Next(Figure6(128)), Next(Figure6(160)), Next(Figure6(160)), Next(Figure6(192)));
        AuxLogits = heads ? new InceptionV3Head(last, classes, width) : null;
        (Mixed_7a, Mixed_7b, Mixed_7c) = (Next(Figure10B), Next(Figure7), Next(Figure7));
        avgpool = AdaptiveAvgPool2d(1);
        dropout = Dropout(0.5);
        flatten = Flatten();
        fc = Linear(last, classes);
        RegisterComponents();
    }

    /// <summary>[N, 3, 299, 299] → [N, classes], of the main head; 75 × 75 is the smallest input.</summary>
    public override Tensor forward(Tensor x)
    {
        using var maps = To6e(x);
        return FromThere(maps);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> ForwardWithHeads(Tensor x)
    {
        using var maps = To6e(x);
        var main = FromThere(maps);
        return AuxLogits is null ? [main] : [main, AuxLogits.call(maps)];
    }

    private Tensor To6e(Tensor x) => x.Through(
        Conv2d_1a_3x3, Conv2d_2a_3x3, Conv2d_2b_3x3, maxpool1, Conv2d_3b_1x1, Conv2d_4a_3x3, maxpool2,
        Mixed_5b, Mixed_5c, Mixed_5d, Mixed_6a, Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e);

    private Tensor FromThere(Tensor maps) => maps.Through(Mixed_7a, Mixed_7b, Mixed_7c, avgpool, dropout, flatten, fc);
}
