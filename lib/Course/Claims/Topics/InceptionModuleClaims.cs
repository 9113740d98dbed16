using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class InceptionModuleClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["inception.branches.4"] = () => [Branches.Length, PointConvolutions],
        ["table1.inception.branches"] = () => [Branches.Length, Branches.Count(branch => branch.Any(IsPoint))],
        ["inception.padding"] = () => [KeepingPadding(1), KeepingPadding(3), KeepingPadding(5)],
        ["inception.5x5.before"] = () => Before.Params,
        ["inception.5x5.shape"] = () => [Before.Output[1], Before.Output[2], Before.Output[0]],
        ["inception.5x5.after"] = () => After,
        ["inception.5x5.ratio"] = () => Before.Params / After,
        ["inception.3a.before"] = () => Whole3a,
        ["inception.3a.after"] = () => Reduced3a,
        ["inception.3a.third"] = () => [Percent(Reduced3a, Whole3a), Whole3a / Reduced3a],
        ["inception.1x1.cheap"] = () => VggClaims.PerChannelPair(3) / VggClaims.PerChannelPair(1),
        ["inception.multiscale"] = () => [.. Module3a.Convolutions().Where(row => row.Layer is "branch1.conv" or "branch2.1.conv" or "branch3.1.conv").Select(row => row.Field.Size)],
        ["inception.deeper.ratio"] = () => [Share("3a"), Share("3b"), Share("4a"), Share("4e"), Share("5b")],
    };

    private static LayerTable Module3a
    {
        get
        {
            var side = GoogLeNetClaims.Table["maxpool2"].Output[1];
            return LayerTable.Of(() => new Inception(GoogLeNetClaims.Into3a, GoogLeNetClaims.Row3a, GoogLeNet.Paper), GoogLeNetClaims.Into3a, side, side);
        }
    }

    private static IGrouping<string, LayerRow>[] Branches => [.. Module3a.Rows.GroupBy(row => row.Layer.Split('.')[0])];

    private static double PointConvolutions => Module3a.Convolutions().Count(IsPoint);

    private static LayerRow Before => Stack(() => Conv2d(128, 256, 5, padding: 2, bias: false), 128, 100, 100);

    private static double After => Weights(128, 32, 1).Params + Weights(32, 256, 5).Params;

    private static double Whole3a
    {
        get
        {
            var (channels, row) = (GoogLeNetClaims.Into3a, GoogLeNetClaims.Row3a);
            return Weights(channels, row.One, 1).Params + Weights(channels, row.Three, 3).Params + Weights(channels, row.Five, 5).Params;
        }
    }

    // The three branches of Whole3a as the network has them, without biases; the pooling branch has no counterpart there.
    private static double Reduced3a => Module3a.Convolutions().Where(row => !row.Layer.StartsWith("branch4", StringComparison.Ordinal)).Sum(row => row.Params - row.Output[0]);

    private static bool IsPoint(LayerRow row) => row.Type == nameof(Conv2d) && row.ParamsFormula.StartsWith("(1·1·", StringComparison.Ordinal);

    private static double KeepingPadding(long kernel) =>
        Enumerable.Range(0, (int)kernel).First(padding => new Window(kernel, Padding: padding).Output(28) == 28);

    private static double Share(string name)
    {
        var row = GoogLeNet.Table1.Single(row => row.Name == name);
        return Percent(row.Three + row.Five, row.Maps);
    }
}
