using CnnCourse.Arithmetic;
using CnnCourse.Evaluation;
using CnnCourse.Models;
using TorchSharp.Modules;
using AlexNet = CnnCourse.Models.AlexNet;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

internal static class AlexNetClaims
{
    private const int Crop = 224, Image = 256;

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["alexnet.layers.5conv"] = () => Table.Convolutions().Length,
        ["alexnet.layers.1pool"] = () => [Table.Pools().Length, .. PooledConvolutions()],
        ["alexnet.layers.1dropout"] = () => Table.OfType(nameof(Dropout)).Length,
        ["alexnet.layers.3fc"] = () => Table.Linears().Length,
        ["alexnet.layers.5plus3"] = () => [Table.Convolutions().Length, Table.Linears().Length],
        ["alexnet.layers.table3conv"] = () => [Table.Convolutions().Length, Table.Pools().Length, Table.Linears().Length],
        ["alexnet.layers.seven"] = () => [Table.Learned().Length, Table.Convolutions().Length, Table.Linears().Length],
        ["alexnet.layers.8trained"] = () => Table.Learned().Length,
        ["alexnet.pool.three"] = () => [Table.Pools().Length, .. PooledConvolutions()],
        ["alexnet.input.224"] = () => [Needed(Conv(1)), Needed(Conv(1)), Table.Input[0], .. Conv(1).Output.Skip(1)],
        ["alexnet.conv1.filters"] = () => [.. Filters(1), AlexNet.Paper.Convolutions[0].Stride, Conv(1).Params],
        ["alexnet.conv2.filters"] = () => [.. Filters(2), Conv(2).Params],
        ["alexnet.conv3.filters"] = () => [.. Filters(3), Conv(3).Params],
        ["alexnet.conv4.filters"] = () => [.. Filters(4), Conv(4).Params],
        ["alexnet.conv5.filters"] = () => [.. Filters(5), Conv(5).Params],
        ["alexnet.conv2.out27"] = () => [Conv(2).Output[1], Table.Pools()[0].Output[1], AlexNet.Paper.Convolutions[1].Padding, Padded(2)],
        ["alexnet.params.60m"] = () => Table.Total.Params,
        ["alexnet.neurons.650k"] = () => Table.Learned().Sum(row => row.Units),
        ["alexnet.connections.630m"] = () => Table.Total.Macs,
        ["alexnet.params.conv"] = () => Table.Convolutions().Params(),
        ["alexnet.conv.output"] = () => [Table.Pools()[^1].Output[1], Table.Pools()[^1].Output[2], Table.Pools()[^1].Output[0], Table.Pools()[^1].Units],
        ["alexnet.params.fc6"] = () => WithoutAndWithBiases(Table.Linears()[0]),
        ["alexnet.params.fc7"] = () => WithoutAndWithBiases(Table.Linears()[1]),
        ["alexnet.params.fc8"] = () => WithoutAndWithBiases(Table.Linears()[2]),
        ["alexnet.params.concentrated"] = () => Percent(Table.Linears().Take(2).Params(), Table.Total.Params),
        ["alexnet.params.conv.small"] = () => [1 + Largest, Table.Convolutions()[Largest].Params, Percent(Table.Convolutions().Params(), Table.Total.Params)],
        ["alexnet.compute.conv"] = () => [Percent(Table.Convolutions().Sum(row => row.Macs), Table.Total.Macs), Percent(Conv(2).Macs, Table.Total.Macs)],
        ["alexnet.fc.share80"] = FullyConnectedShares,
        ["alexnet.lenet.enlarged"] = () => (double)Table.Total.Params / Network("lenet5_paper").Total.Params,
        ["alexnet.aug.2048"] = () => [Offsets, Offsets, Mirrors, Offsets * Offsets * Mirrors],
        ["alexnet.aug.test10"] = TenCrops,
    };

    private static LayerTable Table => Network("alexnet_paper");

    private static double Mirrors => 2;

    private static double Offsets => new Window(Crop).Output(Image);

    private static int Largest => Table.Convolutions().Index().MaxBy(row => row.Item.Params).Index;

    /// <summary>Shares of the linear layers in AlexNet and VGG-16.</summary>
    public static Answer FullyConnectedShares() =>
        [.. new[] { Table, Network("vgg16") }.Select(table => Percent(table.Linears().Params(), table.Total.Params))];

    /// <summary>The crops of the test protocol.</summary>
    public static Answer TenCrops()
    {
        using var scope = NewDisposeScope();
        var crops = Crops.Ten(zeros(1, 3, Image, Image), Crop).shape[1];
        return [crops / Mirrors, Mirrors, crops];
    }

    private static LayerRow Conv(int number) => Table.Convolutions()[number - 1];

    private static double Padded(int number) => Conv(number).Output[1] - 1 + AlexNet.Paper.Convolutions[number - 1].Kernel;

    // The side of the image that an unpadded first convolution covers without rest.
    private static double Needed(LayerRow first)
    {
        var row = AlexNet.Paper.Convolutions[0];
        return (first.Output[1] - 1) * row.Stride + row.Kernel;
    }

    private static IEnumerable<double> PooledConvolutions() =>
        AlexNet.Paper.Convolutions.Index().Where(row => row.Item.Pooled).Select(row => row.Index + 1.0);

    // Maps, height, width, depth.
    private static double[] Filters(int number)
    {
        using var network = Hollow.Build(ModelZoo.Find("alexnet_paper").Build);
        var shape = network.get_parameter($"{Conv(number).Layer}.weight")!.shape;
        return [shape[0], shape[2], shape[3], shape[1]];
    }

    private static Answer WithoutAndWithBiases(LayerRow linear) => [linear.Params - linear.Units, linear.Params];
}
