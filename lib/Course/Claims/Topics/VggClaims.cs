using CnnCourse.Arithmetic;
using CnnCourse.Evaluation;
using CnnCourse.Models;
using TorchSharp.Modules;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

internal static class VggClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["vgg.layers.19"] = () => [Depth("vgg19"), E.Convolutions().Length, E.Linears().Length, Depth("vgg11"), Depth("vgg13"), Depth("vgg16")],
        ["vgg.layers.16to19"] = () => Answer.That(Depth("vgg16c_paper") == Depth("vgg16"), Depth("vgg16"), Depth("vgg19")),
        ["vgg.configA"] = () => [Network("vgg11").Convolutions().Length, Network("vgg11").Linears().Length],
        ["vgg.configE"] = () => [E.Convolutions().Length, E.Linears().Length],
        ["vgg.width"] = () => [.. D.Pools().Select(pool => pool.Output[0])],
        ["vgg.doubling"] = () => Answer.That(Doublings == 3, D.Pools()[^2].Output[0], D.Pools()[^1].Output[0]),
        ["vgg.1x1.nonlinear"] = () => AddedBy(new Window(1)),
        ["vgg.rf.two3x3"] = () => Stacked(3, 3).Size,
        ["vgg.rf.three3x3"] = () => Stacked(3, 3, 3).Size,
        ["vgg.27c2"] = () => [PerChannelPair(3, 3, 3), PerChannelPair(7), Percent(PerChannelPair(7), PerChannelPair(3, 3, 3)) - 100],
        ["vgg.two3x3.params"] = TwoForFive,
        ["vgg.relu.more"] = () => [Rectifiers(D, stage: 3), Rectifiers(A, stage: 1), Rectifiers(D, stage: 1), Rectifiers(A, stage: 1)],
        ["vgg.pools.5"] = () => [D.Pools().Length, D.Input[1], .. D.Pools().Select(pool => pool.Output[1])],
        ["vgg.pools.5.s003"] = PoolWindow,
        ["vgg.fc"] = () => [.. D.Linears().Select(linear => linear.Units)],
        ["vgg.stride1"] = () => [D.Input[1], D.Convolutions()[0].Output[1]],
        ["vgg.epochs"] = () => 370_000.0 * 256 / 1_281_167,
        ["vgg.test.Q"] = () => Mean(256, 512),
        ["vgg.test.multi"] = () => [.. Around(256), .. Around(384), 256, Mean(256, 512), 512],
        ["vgg.test.dense"] = IsDense,
        ["vgg.params.138m"] = () => D.Total.Params,
        ["vgg.params.vs.alexnet"] = () => (double)D.Total.Params / Network("alexnet_paper").Total.Params,
        ["vgg.params.fc"] = () => [D.Linears().Params(), D.Total.Params, Percent(D.Linears().Params(), D.Total.Params)],
        ["vgg.memory.front"] = () => [Percent(Held(2), Activations), Activations / 1e6, Percent(Held(1), Activations)],
        ["vgg.caffemodel"] = () => [D.FileBytes(), Mebibytes(D.FileBytes()), E.FileBytes(), Mebibytes(E.FileBytes())],
    };

    private static LayerTable A => Network("vgg11");

    private static LayerTable D => Network("vgg16");

    private static LayerTable E => Network("vgg19");

    private static int Doublings => D.Pools().Zip(D.Pools().Skip(1)).Count(pair => pair.Second.Output[0] == 2 * pair.First.Output[0]);

    // The image itself counts: it lies in memory like every map.
    private static double Activations => Held(D.Pools().Length) + D.Linears().Sum(row => row.Units);

    /// <summary>Weights per pair of channels of two 3 × 3 layers and of one 5 × 5, and what is saved.</summary>
    public static Answer TwoForFive() => [PerChannelPair(3, 3), PerChannelPair(5), 100 - Percent(PerChannelPair(3, 3), PerChannelPair(5))];

    /// <summary>The field of convolutions one after the other.</summary>
    public static ReceptiveField Stacked(params long[] kernels) =>
        kernels.Aggregate(ReceptiveField.OfPixel, (field, kernel) => field.Through(new(kernel)));

    /// <summary>Weights of convolutions one after the other, divided by C²; the same for every C, else not a number.</summary>
    public static double PerChannelPair(params long[] kernels)
    {
        var perPair = new long[] { 8, 64 }.Select(c => (double)kernels.Sum(kernel => Weights(c, c, kernel).Params) / (c * c)).Distinct().ToArray();
        return perPair.Length == 1 ? perPair[0] : double.NaN;
    }

    // The window's sides and stride, and what it adds to a receptive field.
    private static Answer AddedBy(Window window) =>
        [window.Kernel, window.Kernel, window.Stride, ReceptiveField.OfPixel.Through(window).Size - ReceptiveField.OfPixel.Size];

    private static double Depth(string name) => Network(name).Learned().Length;

    private static double Mean(double smallest, double largest) => (smallest + largest) / 2;

    private static double[] Around(double s) => [s - 32, s, s + 32];

    // Units of the image and of the layers up to a stage's pooling; rectification works in place.
    private static double Held(int stages) => D.Input.Aggregate((a, b) => a * b) + Stages(D, 1, stages)
        .Where(row => row.Type is nameof(Conv2d) or nameof(MaxPool2d)).Sum(row => row.Units);

    private static double Rectifiers(LayerTable table, int stage) => Stages(table, stage, stage).Count(row => row.Type == nameof(ReLU));

    private static IEnumerable<LayerRow> Stages(LayerTable table, int first, int last)
    {
        var stage = 1;
        foreach (var row in table.Rows)
        {
            if (stage >= first && stage <= last) yield return row;
            if (row.Type == nameof(MaxPool2d)) stage++;
        }
    }

    private static Answer PoolWindow()
    {
        using var network = Hollow.Build(ModelZoo.Find("vgg16").Build);
        var pools = network.modules().OfType<MaxPool2d>().ToArray();
        var windows = pools.Select(pool => (pool.kernel_size[0], pool.stride![0])).Distinct().ToArray();
        return Answer.That(windows.Length == 1, windows[0].Item1, windows[0].Item1, windows[0].Item2, pools.Length);
    }

    private static Answer IsDense()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        manual_seed(7);
        var network = new Vgg(Vgg.Column("A"), classes: 5, width: 1.0 / 32, input: 64);
        network.eval();
        var image = rand(2, 3, 64, 64);
        return Tried.AreEqual(new DenseNetwork(network).Map(image).flatten(1), network.call(image));
    }
}
