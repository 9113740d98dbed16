using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One convolution with its ReLU; <paramref name="Pool"/> is the side and stride of the pooling after it, 0 for none.</summary>
public sealed record OverFeatLayer(long Maps, long Kernel, long Stride = 1, long Padding = 0, long Pool = 0);

/// <summary>A model of the paper: convolutions, then a classifier of two hidden layers that slides over <paramref name="Window"/> × <paramref name="Window"/> maps.</summary>
public sealed record OverFeatConfig(string Name, long Input, OverFeatLayer[] Layers, long Window, long Hidden1, long Hidden2);

/// <summary>Sermanet et al. 2014, "OverFeat: integrated recognition, localization and detection using convolutional networks".</summary>
/// <remarks>The classifier's layers are convolutions, as §3.5 applies them: a larger image gives a map of answers, which are averaged here.</remarks>
public sealed class OverFeat : Module<Tensor, Tensor>
{
    /// <summary>Table 1.</summary>
    public static readonly OverFeatConfig Fast = new("overfeat_fast", 231,
    [
        new(Maps:   96, Kernel: 11, Stride: 4, Pool: 2),
        new(Maps:  256, Kernel:  5, Pool: 2),
        new(Maps:  512, Kernel:  3, Padding: 1),
        new(Maps: 1024, Kernel:  3, Padding: 1),
        new(Maps: 1024, Kernel:  3, Padding: 1, Pool: 2),
    ], Window: 6, Hidden1: 3072, Hidden2: 4096);

    /// <summary>Table 3.</summary>
    public static readonly OverFeatConfig Accurate = new("overfeat_accurate", 221,
    [
        new(Maps:   96, Kernel: 7, Stride: 2, Pool: 3),
        new(Maps:  256, Kernel: 7, Pool: 2),
        new(Maps:  512, Kernel: 3, Padding: 1),
        new(Maps:  512, Kernel: 3, Padding: 1),
        new(Maps: 1024, Kernel: 3, Padding: 1),
        new(Maps: 1024, Kernel: 3, Padding: 1, Pool: 3),
    ], Window: 5, Hidden1: 4096, Hidden2: 4096);

    /// <summary>Both models.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. new[] { Fast, Accurate }.Select(config => new ZooEntry(
            config.Name, () => new OverFeat(config), [3, config.Input, config.Input], $"OverFeat's {config.Name[9..]} model, Sermanet et al. 2014")),
    ];

    private readonly Module<Tensor, Tensor> features, classifier, avgpool, flatten;

    /// <summary>The network of a table.</summary>
    /// <param name="config"><see cref="Fast"/>, <see cref="Accurate"/> or your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies map counts and hidden units.</param>
    /// <param name="channels">Channels of the image.</param>
    public OverFeat(OverFeatConfig config, long classes = 1000, double width = 1, long channels = 3) : base(nameof(OverFeat))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var row in config.Layers)
        {
            var maps = width.Times(row.Maps);
            layers.Add(Conv2d(channels, maps, row.Kernel, row.Stride, row.Padding));
            layers.Add(ReLU(inplace: true));
            if (row.Pool > 0) layers.Add(MaxPool2d(row.Pool, stride: row.Pool));
            channels = maps;
        }
        var (hidden1, hidden2) = (width.Times(config.Hidden1), width.Times(config.Hidden2));
        features = Sequential(layers);
        classifier = Sequential(
            Conv2d(channels, hidden1, config.Window), ReLU(true), Dropout(),
            Conv2d(hidden1, hidden2, 1), ReLU(true), Dropout(),
            Conv2d(hidden2, classes, 1));
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
    }

    /// <summary>The answers at every position: [N, 3, H, W] → [N, classes, h, w], 1 × 1 at the size of the table.</summary>
    public Tensor Map(Tensor x) => x.Through(features, classifier);

    /// <summary>[N, 3, H, W] → [N, classes], the mean over positions.</summary>
    public override Tensor forward(Tensor x) => x.Through(features, classifier, avgpool, flatten);
}
