using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One column of Table 1: the kernel sizes of each of the five stages.</summary>
/// <param name="Column">A, A-LRN, B, C, D or E.</param>
/// <param name="Kernels">Kernel sizes, stage by stage.</param>
/// <param name="Normalised">Local response normalisation after the first convolution.</param>
public sealed record VggConfig(string Column, long[][] Kernels, bool Normalised = false)
{
    /// <summary>Learned layers: the convolutions and three linear layers.</summary>
    public int Depth => Kernels.Sum(stage => stage.Length) + 3;
}

/// <summary>Simonyan and Zisserman 2015, "Very deep convolutional networks for large-scale image recognition".</summary>
/// <remarks>torchvision's networks are the paper's A, B, D and E; those with batch normalisation came later.</remarks>
public sealed class Vgg : Module<Tensor, Tensor>
{
    /// <summary>Table 1.</summary>
    public static readonly VggConfig[] Table1 =
    [
        new("A",     [[3],    [3],    [3, 3],       [3, 3],       [3, 3]]),
        new("A-LRN", [[3],    [3],    [3, 3],       [3, 3],       [3, 3]], Normalised: true),
        new("B",     [[3, 3], [3, 3], [3, 3],       [3, 3],       [3, 3]]),
        new("C",     [[3, 3], [3, 3], [3, 3, 1],    [3, 3, 1],    [3, 3, 1]]),
        new("D",     [[3, 3], [3, 3], [3, 3, 3],    [3, 3, 3],    [3, 3, 3]]),
        new("E",     [[3, 3], [3, 3], [3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 3]]),
    ];

    /// <summary>Maps of each stage: doubled after a pooling until there are 512.</summary>
    public static readonly long[] Maps = [64, 128, 256, 512, 512];

    /// <summary>The table's columns, and those that torchvision also has with batch normalisation.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        Entry("vgg11", "A"), Entry("vgg11_bn", "A", batchNorm: true), Entry("vgg11_lrn_paper", "A-LRN"),
        Entry("vgg13", "B"), Entry("vgg13_bn", "B", batchNorm: true),
        Entry("vgg16", "D"), Entry("vgg16_bn", "D", batchNorm: true), Entry("vgg16c_paper", "C"),
        Entry("vgg19", "E"), Entry("vgg19_bn", "E", batchNorm: true),
    ];

    private readonly Sequential features, classifier;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;

    /// <summary>The network of one column.</summary>
    /// <param name="config">A row of <see cref="Table1"/>, or your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="batchNorm">Batch normalisation between each convolution and its ReLU.</param>
    /// <param name="width">Multiplies map counts and hidden units.</param>
    /// <param name="input">Height and width of the image: each stage halves it, and the classifier sees what is left.</param>
    /// <param name="channels">Channels of the image.</param>
    public Vgg(VggConfig config, long classes = 1000, bool batchNorm = false, double width = 1, long input = 224, long channels = 3)
        : base(nameof(Vgg))
    {
        var (side, least) = (input >> config.Kernels.Length, 1L << config.Kernels.Length);
        if (side < 1) throw new ArgumentException($"An input of {input}x{input} does not survive {config.Kernels.Length} poolings; take at least {least}x{least}.", nameof(input));

        var layers = new List<Module<Tensor, Tensor>>();
        for (var stage = 0; stage < config.Kernels.Length; stage++)
        {
            var maps = width.Times(Maps[stage]);
            foreach (var kernel in config.Kernels[stage])
            {
                layers.Add(Conv2d(channels, maps, kernel, padding: kernel / 2));
                if (batchNorm) layers.Add(BatchNorm2d(maps));
                layers.Add(ReLU(inplace: true));
                if (config.Normalised && layers.Count == 2) layers.Add(LocalResponseNormalization.Paper());
                channels = maps;
            }
            layers.Add(MaxPool2d(2, stride: 2));
        }
        var hidden = width.Times(4096);
        features = Sequential(layers);
        avgpool = AdaptiveAvgPool2d(side);
        flatten = Flatten();
        classifier = Sequential(
            Linear(channels * side * side, hidden), ReLU(true), Dropout(), Linear(hidden, hidden), ReLU(true), Dropout(), Linear(hidden, classes));
        RegisterComponents();
    }

    /// <summary>[N, 3, 224, 224] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(features, avgpool, flatten, classifier);

    /// <summary>The column of that name.</summary>
    public static VggConfig Column(string name) => Table1.Single(config => config.Column == name);

    private static ZooEntry Entry(string name, string column, bool batchNorm = false) =>
        new(name, () => new Vgg(Column(column), batchNorm: batchNorm), [3, 224, 224],
            $"VGG {column}{(batchNorm ? " with batch normalisation" : "")}, Simonyan and Zisserman 2015");
}
