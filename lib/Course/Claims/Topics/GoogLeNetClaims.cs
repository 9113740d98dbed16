using CnnCourse.Arithmetic;
using CnnCourse.Layers;
using CnnCourse.Models;
using TorchSharp.Modules;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class GoogLeNetClaims
{
    private static readonly Lazy<LayerTable> withoutHeads = new(() => LayerTable.Of(() => new GoogLeNet(GoogLeNet.Paper, heads: false), 3, 224, 224));

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["googlenet.layers.22"] = () => [Depth, Stem, Modules.Length, DepthOfModule, Table.Linears().Length, Depth + PoolsOnPath],
        ["googlenet.layers.100"] = CountedBlocks,
        ["googlenet.modules.9"] = () => Modules.Length,
        ["googlenet.deeper"] = () => [Depth, Network("vgg19").Learned().Length, Network("alexnet_paper").Learned().Length],
        ["googlenet.100x100x60"] = () => ChannelsLast(Stack(() => Conv2d(60, 20, 1), 60, 100, 100)),
        ["googlenet.naive.depth"] = () => [Row3a.One, Row3a.Three, Row3a.Five, Into3a, Row3a.One + Row3a.Three + Row3a.Five + Into3a],
        ["googlenet.module.pool.spatial"] = () => Table["inception3a.branch4.0"].Area() == Table["maxpool2"].Area(),
        ["googlenet.fc.none"] = () => Answer.That(Table.Linears().Length == 1, Table["avgpool"].Units, Table["fc"].Units, Table["fc"].Params),
        ["googlenet.fc.removed"] = () => Answer.That(Table.Linears().Length == 1 && Table.OfType(nameof(Dropout)).Length == 1, GoogLeNet.Paper.Dropout),
        ["googlenet.fc.kept"] = () => Table.Linears().Length,
        ["googlenet.params.12x"] = () => [AlexNetParams, Table.Total.Params, AlexNetParams / Table.Total.Params],
        ["googlenet.params.5m"] = () => [Table.Total.Params, Table.Total.Params / 1e6, Whole.Total.Params, Whole.Total.Params / 1e6],
        ["googlenet.params.5m.v3"] = () => [Table.Total.Params, AlexNetParams / Table.Total.Params],
        ["googlenet.flops.1_5b"] = () => [Table.Total.Macs, Table.Total.Macs, 2.0 * Table.Total.Macs],
        ["googlenet.caffemodel.50m"] = () => [Whole.FileBytes(), Mebibytes(Whole.FileBytes())],
        ["googlenet.caffemodel.50m.v3"] = () => [Whole.FileBytes(), Mebibytes(Whole.FileBytes())],
        ["googlenet.fc.share90"] = AlexNetClaims.FullyConnectedShares,
        ["googlenet.lr"] = () => 8 * Math.Log(0.5) / Math.Log(0.96),
        ["googlenet.aux.count"] = () => [Heads.Length, .. Heads.Select(head => (double)head.Params())],
        ["googlenet.aux.pool"] = () => [.. ChannelsLast(Head("4a")["pool"]), .. ChannelsLast(Head("4d")["pool"])],
        ["googlenet.aux.fc"] = () => [Head("4a")["flatten"].Units, .. ChannelsLast(Head("4a")["conv.conv"]), Head("4a")["fc1"].Units],
        ["table1.inception.gap"] = () => Table["avgpool"].Area() == 1 && Table.Linears().Length == 1,
    };

    /// <summary>The paper's network without its auxiliary heads.</summary>
    public static LayerTable Table => withoutHeads.Value;

    /// <summary>Learned layers on the longest path.</summary>
    public static int Depth => Stem + Modules.Length * DepthOfModule + Table.Linears().Length;

    /// <summary>Poolings between the modules and the average at the end.</summary>
    public static int PoolsOnPath => Table.Pools().Count(pool => !IsInModule(pool)) + Table.OfType(nameof(AdaptiveAvgPool2d)).Length;

    /// <summary>Maps that the first module is given.</summary>
    public static long Into3a => Table["maxpool2"].Output[0];

    public static InceptionRow Row3a => GoogLeNet.Table1[0];

    private static LayerTable Whole => Network("googlenet_paper");

    private static double AlexNetParams => Network("alexnet_paper").Total.Params;

    private static IGrouping<string, LayerRow>[] Modules => [.. Table.Rows.Where(IsInModule).GroupBy(row => row.Layer.Split('.')[0])];

    private static IGrouping<string, LayerRow>[] Heads =>
        [.. Whole.Rows.Where(row => row.Layer.StartsWith("aux", StringComparison.Ordinal)).GroupBy(row => row.Layer.Split('.')[0])];

    private static int Stem => Table.Convolutions().Count(row => !IsInModule(row));

    private static int DepthOfModule => Modules.Max(module => module.Where(row => row.Type == nameof(Conv2d)).GroupBy(row => row.Layer.Split('.')[1]).Max(branch => branch.Count()));

    private static bool IsInModule(LayerRow row) => row.Layer.StartsWith("inception", StringComparison.Ordinal);

    // The network ends in logits: the softmax that the paper draws belongs to the loss. Each module stacks its branches once.
    private static Answer CountedBlocks()
    {
        const int softmax = 1;
        var (convolutions, linears, rectifiers) = (Table.Convolutions().Length, Table.Linears().Length, Table.OfType(nameof(ReLU)).Length);
        var pools = Table.Pools().Length + Table.OfType(nameof(AdaptiveAvgPool2d)).Length;
        var (normalisations, dropouts) = (Table.OfType(nameof(LocalResponseNormalization)).Length, Table.OfType(nameof(Dropout)).Length);
        var without = convolutions + linears + pools + Modules.Length + normalisations + dropouts + softmax;
        return [without, without + rectifiers, convolutions, linears, pools, Modules.Length, normalisations, dropouts, softmax, rectifiers, Depth];
    }

    private static LayerTable Head(string module)
    {
        var maps = GoogLeNet.Table1.Single(row => row.Name == module).Maps;
        var side = Table.First($"inception{module}").Output[1];
        return LayerTable.Of(() => new InceptionHead(maps, 1000, GoogLeNet.Paper), maps, side, side);
    }

    private static Answer ChannelsLast(LayerRow row) => [row.Output[1], row.Output[2], row.Output[0]];
}
