using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One convolution with its ReLU; where <paramref name="Pooled"/>, 3 × 3 pooling with stride 2 follows.</summary>
public sealed record ZFNetLayer(long Maps, long Kernel, long Stride = 1, long Padding = 0, bool Pooled = false, bool Normalised = false);

/// <summary>Zeiler and Fergus 2014, "Visualizing and understanding convolutional networks".</summary>
/// <remarks>
/// Poolings round up and the first convolution has one pixel of padding: so the figure's 110, 55, 26, 13 and 6 come out of 224.
/// The contrast normalisation across maps is Krizhevsky's; the paper gives no constants.
/// </remarks>
public sealed class ZFNet : Module<Tensor, Tensor>
{
    /// <summary>Fig. 3: AlexNet with smaller, denser filters in the first two layers and no groups.</summary>
    public static readonly ZFNetLayer[] Figure3 =
    [
        new(Maps:  96, Kernel: 7, Stride: 2, Padding: 1, Pooled: true, Normalised: true),
        new(Maps: 256, Kernel: 5, Stride: 2, Pooled: true, Normalised: true),
        new(Maps: 384, Kernel: 3, Padding: 1),
        new(Maps: 384, Kernel: 3, Padding: 1),
        new(Maps: 256, Kernel: 3, Padding: 1, Pooled: true),
    ];

    /// <summary>The network of the figure.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
        [new("zfnet", () => new ZFNet(), [3, 224, 224], "ZF Net, Zeiler and Fergus 2014")];

    private readonly Module<Tensor, Tensor> features, flatten, classifier;

    /// <summary>The network.</summary>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies map counts and hidden units.</param>
    /// <param name="input">Height and width of the image.</param>
    /// <param name="channels">Channels of the image.</param>
    public ZFNet(long classes = 1000, double width = 1, long input = 224, long channels = 3) : base(nameof(ZFNet))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        var side = input;
        foreach (var row in Figure3)
        {
            var maps = width.Times(row.Maps);
            layers.Add(Conv2d(channels, maps, row.Kernel, row.Stride, row.Padding));
            layers.Add(ReLU(inplace: true));
            if (row.Pooled) layers.Add(MaxPool2d(3, stride: 2, ceil_mode: true));
            if (row.Normalised) layers.Add(LocalResponseNormalization.Paper());
            side = (side + 2 * row.Padding - row.Kernel) / row.Stride + 1;
            if (row.Pooled) side = (side - 2) / 2 + 1;
            if (side < 1) throw new ArgumentException($"ZFNet: an input of {input}x{input} is too small; take a larger one.", nameof(input));
            channels = maps;
        }
        var hidden = width.Times(4096);
        features = Sequential(layers);
        flatten = Flatten();
        classifier = Sequential(
            Linear(channels * side * side, hidden), ReLU(true), Dropout(), Linear(hidden, hidden), ReLU(true), Dropout(), Linear(hidden, classes));
        RegisterComponents();
    }

    /// <summary>[N, 3, 224, 224] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(features, flatten, classifier);
}
