using CnnCourse.Arithmetic;
using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class BatchNormalizationClaims
{
    private const long Maps = 64;

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["bn.5x5.two3x3"] = () => [.. VggClaims.TwoForFive(), VggClaims.Stacked(3, 3).Size, VggClaims.Stacked(3, 3).Size],
        ["bn.affine"] = () => (double)Counted.Stack(() => BatchNorm2d(Maps), Maps, 4, 4).Params / Maps,
        ["bn.conv.9"] = () => [Valid(5, 3), Valid(5, 3), Valid(5, 3) * Valid(5, 3)],
        ["bn.m9"] = ValuesPerMap,
        ["bn.m.def"] = () => new long[] { 1, 4 }.All(batch => PerMap(batch, 5, 6) == batch * 5 * 6),
        ["bn.gamma.per.batch"] = () => PairsAfterBatches(3),
        ["bn.gamma.per.map"] = () => PairsAfterBatches(0),
        ["bn.gamma.64"] = GammasAndBetas,
    };

    private static double Valid(long side, long kernel) => new Window(kernel).Output(side);

    // A batch whose only non-zero value is v = 1 has the mean 1 / m: so m shows itself.
    private static double PerMap(long batch, long height, long width)
    {
        using var scope = NewDisposeScope();
        var x = zeros(batch, 2, height, width);
        x[0, 0, 0, 0] = tensor(1f);
        var (y, _) = BatchNormalization.Forward(x, ones(2), zeros(2));
        var lowest = y.amin(0, 2, 3)[0];   // -mean, as the difference to y[0] is 1, both in units of the deviation
        var m = (y[0, 0, 0, 0] - lowest) / -lowest;
        return Math.Round(m.Value(), 3);
    }

    private static Answer ValuesPerMap()
    {
        var (side, area) = ((long)Valid(5, 3), Valid(5, 3) * Valid(5, 3));
        return Answer.That(new long[] { 1, 4, 7 }.All(batch => PerMap(batch, side, side) == batch * area), area);
    }

    // Numbers that the layer learns, in pairs per map, after so many batches.
    private static Answer PairsAfterBatches(int batches)
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(Maps);
        for (var k = 0; k < batches; k++) layer.call(rand(4, Maps, 3, 3));
        return layer.parameters().Sum(p => p.numel()) / 2.0 / Maps;
    }

    private static Answer GammasAndBetas()
    {
        using var layer = BatchNorm2d(Maps);
        return [layer.weight!.numel(), layer.bias!.numel()];
    }
}
