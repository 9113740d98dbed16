using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Claims.Topics;

internal static class NetworkInNetworkClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["gap.10maps"] = () => OnMaps(maps => [.. new GlobalAveragePooling().call(maps).shape]),
        ["gap.10vector"] = () => OnMaps(maps => [new GlobalAveragePooling().call(maps).shape[1], F.avg_pool2d(maps, 2).shape[1]]),
        ["gap.params"] = () => [OnVector, OnMap, OnMap / OnVector],
        ["gap.kernel"] = () => OnMaps(maps => Tried.AreEqual(F.avg_pool2d(maps, maps.shape[2]).flatten(1), new GlobalAveragePooling().call(maps))),
        ["fc.equals.1x1"] = () => OnMaps(maps => Tried.AreEqual(
            F.conv2d(maps, Weights.view(4, 10, 1, 1)), F.linear(maps.permute(0, 2, 3, 1), Weights).permute(0, 3, 1, 2))),
        ["fc.approx.conv.gap"] = () => OnMaps(maps => PooledConvolutionIsLinear(maps) && MapSizedConvolutionIsLinear(maps)),
        ["nin.mlpconv"] = () => OnMaps(IsNetworkAtEachPixel),
        ["conv1x1.resolution"] = () => new long[] { 1, 6, 13 }.All(side =>
            Counted.Stack(() => Conv2d(10, 4, 1), 10, side, side + 1).Output.Skip(1).SequenceEqual([side, side + 1])),
    };

    private static double OnVector => GoogLeNetClaims.Table["fc"].Params - GoogLeNetClaims.Table["fc"].Units;

    private static double OnMap
    {
        get
        {
            var maps = GoogLeNetClaims.Table.First("inception5b").Output;
            var inputs = GoogLeNetClaims.Table["avgpool"].Units * maps[1] * maps[2];
            return Counted.Stack(() => Linear(inputs, GoogLeNetClaims.Table["fc"].Units, hasBias: false), inputs).Params;
        }
    }

    // The same numbers at every call.
    private static Tensor Weights => linspace(-1, 1, 40).view(4, 10);

    private static Answer OnMaps(Func<Tensor, Answer> answer)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        manual_seed(5);
        return answer(rand(1, 10, 6, 6));
    }

    private static bool PooledConvolutionIsLinear(Tensor maps) =>
        Tried.AreEqual(F.conv2d(maps, Weights.view(4, 10, 1, 1)).mean([2, 3]), F.linear(maps.mean([2, 3]), Weights));

    private static bool MapSizedConvolutionIsLinear(Tensor maps)
    {
        var weights = rand(3, 10, 6, 6);
        return Tried.AreEqual(F.conv2d(maps, weights).flatten(1), F.linear(maps.flatten(1), weights.flatten(1)));
    }

    private static Answer IsNetworkAtEachPixel(Tensor maps)
    {
        var mlp = new MlpConv(10, (5, 4, 3), kernel: 1);
        Tensor Weight(string layer) => mlp.get_parameter($"{layer}.weight")!.flatten(1);
        var pixels = maps.permute(0, 2, 3, 1);
        foreach (var layer in new[] { "conv", "cccp1", "cccp2" })
            pixels = F.relu(F.linear(pixels, Weight(layer), mlp.get_parameter($"{layer}.bias")));
        return Tried.AreEqual(mlp.call(maps), pixels.permute(0, 3, 1, 2));
    }
}
