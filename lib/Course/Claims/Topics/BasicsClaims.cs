using CnnCourse.Arithmetic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class BasicsClaims
{
    private static readonly long[] sides = [7, 12, 32], kernels = [1, 3, 5], strides = [1, 2, 3], paddings = [0, 1, 2];

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["cnn.pool.quarter"] = QuarterByPooling,
        ["cnn.local.connections"] = () => [LeNet5["C1"].Connections, Dense(LeNet5["C1"]).Connections],
        ["cnn.dual.pyramid"] = () => [LeNet5.Input[0], .. Maps("C1", "C3", "C5"), LeNet5.Input[1], .. Sides("C1", "S2", "C3", "S4", "C5")],
        ["cnn.params.independent"] = () => sides.All(side => kernels.All(k => strides.All(channels =>
            Counted.Stack(() => Conv2d(channels, 4, k), channels, side, side).Params == k * k * channels * 4 + 4))),
        ["cnn.neurons.depends"] = () => sides.All(n => kernels.All(k => strides.All(s => paddings.All(p =>
            Counted.Stack(() => Conv2d(1, 3, k, s, p), 1, n, n).Units == 3 * Square(Math.Floor((n + 2 * p - k) / (double)s) + 1))))),
        ["train.bt.storage"] = OneBufferHoldsTheWholeBatch,
    };

    private static LayerTable LeNet5 => Counted.Network("lenet5_paper");

    private static IEnumerable<double> Maps(params string[] layers) => layers.Select(layer => (double)LeNet5[layer].Output[0]);

    private static IEnumerable<double> Sides(params string[] layers) => layers.Select(layer => (double)LeNet5[layer].Output[1]);

    private static double Square(double side) => side * side;

    private static LayerRow Dense(LayerRow layer)
    {
        var inputs = LeNet5.Input.Aggregate((a, b) => a * b);
        return Counted.Stack(() => Linear(inputs, layer.Units), inputs);
    }

    private static Answer QuarterByPooling()
    {
        var ratios = Enumerable.Range(1, 30).Select(k => (double)(2 * k) / new Window(2, 2).Output(2 * k)).Distinct().ToArray();
        return Answer.That(ratios.Length == 1, Square(ratios[0]), ratios[0]);
    }

    private static Answer OneBufferHoldsTheWholeBatch()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var (layer, x) = (Linear(6, 3), rand(8, 6));
        functional.tanh(layer.call(x)).sum().backward();
        var whole = layer.weight.grad!.clone();
        layer.zero_grad();
        foreach (var sample in x.split(1)) functional.tanh(layer.call(sample)).sum().backward();
        return Answer.That(Tried.AreEqual(layer.weight.grad!, whole) && layer.weight.grad!.numel() == layer.weight.numel());
    }
}
