using static CnnCourse.Claims.Counted;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Claims.Topics;

internal static class InceptionV3Claims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["v3.asym.table"] = () => new long[] { 3, 5, 7 }.All(n => Weights(8, 8, n).Params == 8 * 8 * n * n
            && Weights(8, 8, (1, n)).Params + Weights(8, 8, (n, 1)).Params == 8 * 8 * 2 * n),
        ["v3.25_9"] = () => VggClaims.PerChannelPair(5) / VggClaims.PerChannelPair(3),
        ["v3.two3x3"] = () =>
        [
            VggClaims.Stacked(3, 3).Size, VggClaims.Stacked(3, 3).Size, VggClaims.PerChannelPair(3, 3), VggClaims.PerChannelPair(5),
            VggClaims.PerChannelPair(3, 3) / VggClaims.PerChannelPair(5),
        ],
        ["v3.any.nxn"] = OnlyRankOneSplits,
        ["v3.bottleneck.example"] = () => 224.0 * 224 / Stack(() => nn.Conv2d(1, 1, 7, 5, 3), 1, 224, 224).Area(),
    };

    private static Answer OnlyRankOneSplits()
    {
        using var scope = NewDisposeScope();
        manual_seed(9);
        var (column, row, image) = (randn(1, 1, 7, 1), randn(1, 1, 1, 7), randn(1, 1, 12, 12));
        var outer = column.matmul(row);
        var splits = Tried.AreEqual(F.conv2d(image, outer), F.conv2d(F.conv2d(image, row), column));
        return splits && LostByRankOne(outer.view(7, 7)) < 1e-5 && LostByRankOne(randn(7, 7)) > 0.1;
    }

    // Share of a kernel's length that its best product of a column and a row misses.
    private static double LostByRankOne(Tensor kernel)
    {
        var lengths = linalg.svd(kernel).S.pow(2);
        return Math.Sqrt(Math.Max(0, 1 - (lengths[0] / lengths.sum()).Value()));
    }
}
