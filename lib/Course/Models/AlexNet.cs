using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One convolution with its ReLU, and what follows: normalisation, 3 × 3 pooling with stride 2.</summary>
public sealed record AlexNetLayer(
    long Maps, long Kernel, long Stride = 1, long Padding = 0, long Groups = 1, bool Normalised = false, bool Pooled = false);

/// <summary>A whole network: its convolutions, and two hidden layers of <paramref name="Hidden"/> units before the classes.</summary>
/// <param name="Name">The zoo's name.</param>
/// <param name="Input">Height and width of the image.</param>
/// <param name="Convolutions">The convolutions, first to last.</param>
/// <param name="Hidden">Units of the first two linear layers.</param>
/// <param name="AnySize">Maps of other sizes are averaged to those that <paramref name="Input"/> gives.</param>
/// <param name="DropsOutputs">Dropout on the outputs of the hidden layers, not on their inputs.</param>
public sealed record AlexNetConfig(
    string Name, long Input, AlexNetLayer[] Convolutions, long Hidden = 4096, bool AnySize = false, bool DropsOutputs = true)
{
    /// <summary>Height and width of the last convolutional maps: 6.</summary>
    /// <exception cref="ArgumentException">The image is too small for one of the layers.</exception>
    public long MapSide()
    {
        var side = Input;
        for (var k = 0; k < Convolutions.Length; k++)
        {
            var layer = Convolutions[k];
            side = (side + 2 * layer.Padding - layer.Kernel) / layer.Stride + 1;
            if (layer.Pooled) side = side < 3 ? 0 : (side - 3) / 2 + 1;
            if (side < 1)
                throw new ArgumentException($"{Name}: an input of {Input}x{Input} leaves nothing after convolution {k + 1}; take a larger one.");
        }
        return side;
    }
}

/// <summary>Krizhevsky, Sutskever and Hinton 2012, "ImageNet classification with deep convolutional neural networks".</summary>
/// <remarks>
/// The paper's figure says 224; 55 × 55 maps need 227. The two GPUs are the two groups of convolutions 2, 4 and 5;
/// normalisation reaches across all maps, the paper leaves open whether it crosses the GPUs.
/// torchvision's variant is "One weird trick" (Krizhevsky 2014): one GPU, fewer maps, no normalisation, padded input.
/// </remarks>
public sealed class AlexNet : Module<Tensor, Tensor>
{
    /// <summary>Fig. 2 and §3.5.</summary>
    public static readonly AlexNetConfig Paper = new("alexnet_paper", 227,
    [
        new(Maps:  96, Kernel: 11, Stride: 4, Normalised: true, Pooled: true),
        new(Maps: 256, Kernel:  5, Padding: 2, Groups: 2, Normalised: true, Pooled: true),
        new(Maps: 384, Kernel:  3, Padding: 1),
        new(Maps: 384, Kernel:  3, Padding: 1, Groups: 2),
        new(Maps: 256, Kernel:  3, Padding: 1, Groups: 2, Pooled: true),
    ]);

    /// <summary>The network that torchvision calls alexnet.</summary>
    public static readonly AlexNetConfig Torchvision = new("alexnet", 224,
    [
        new(Maps:  64, Kernel: 11, Stride: 4, Padding: 2, Pooled: true),
        new(Maps: 192, Kernel:  5, Padding: 2, Pooled: true),
        new(Maps: 384, Kernel:  3, Padding: 1),
        new(Maps: 256, Kernel:  3, Padding: 1),
        new(Maps: 256, Kernel:  3, Padding: 1, Pooled: true),
    ], AnySize: true, DropsOutputs: false);

    /// <summary>Both configurations under their names.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. new[] { Torchvision, Paper }.Select(config => new ZooEntry(
            config.Name, () => new AlexNet(config), [3, config.Input, config.Input],
            config == Paper ? "AlexNet as in Krizhevsky et al. 2012" : "AlexNet on one GPU, as torchvision has it")),
    ];

    private readonly Sequential features, classifier;
    private readonly AdaptiveAvgPool2d? avgpool;
    private readonly Flatten flatten;

    /// <summary>The network of a table.</summary>
    /// <param name="config"><see cref="Paper"/>, <see cref="Torchvision"/> or a table of your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies the map counts and the hidden units.</param>
    /// <param name="channels">Channels of the image.</param>
    public AlexNet(AlexNetConfig config, long classes = 1000, double width = 1, long channels = 3) : base(nameof(AlexNet))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var row in config.Convolutions)
        {
            var maps = width.Times(row.Maps, multiple: 2);
            layers.Add(Conv2d(channels, maps, row.Kernel, row.Stride, row.Padding, groups: row.Groups));
            layers.Add(ReLU(inplace: true));
            if (row.Normalised) layers.Add(LocalResponseNormalization.Paper());
            if (row.Pooled) layers.Add(MaxPool2d(3, stride: 2));
            channels = maps;
        }
        var side = config.MapSide();
        var hidden = width.Times(config.Hidden);
        features = Sequential(layers);
        avgpool = config.AnySize ? AdaptiveAvgPool2d(side) : null;
        flatten = Flatten();
        classifier = config.DropsOutputs
            ? Sequential(Linear(channels * side * side, hidden), ReLU(true), Dropout(), Linear(hidden, hidden), ReLU(true), Dropout(), Linear(hidden, classes))
            : Sequential(Dropout(), Linear(channels * side * side, hidden), ReLU(true), Dropout(), Linear(hidden, hidden), ReLU(true), Linear(hidden, classes));
        RegisterComponents();
    }

    /// <summary>[N, 3, 227, 227] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(features, avgpool, flatten, classifier);

    /// <summary>Weights from N(0, 0.01²), biases 1 in convolutions 2, 4, 5 and the hidden layers, else 0 (§5).</summary>
    public AlexNet Initialised()
    {
        Initialise.Gaussian(this, 0.01);
        var convolutions = features.modules().OfType<Conv2d>().ToArray();
        var hidden = classifier.modules().OfType<Linear>().SkipLast(1).Select(linear => linear.bias!);
        foreach (var bias in hidden.Concat([convolutions[1].bias!, convolutions[3].bias!, convolutions[4].bias!]))
            init.ones_(bias);
        return this;
    }
}
