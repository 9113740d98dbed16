using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One MLPconv layer: maps of its convolution and of its two 1 × 1 convolutions, and what follows.</summary>
public sealed record NinLayer(long Conv, long First, long Second, long Kernel, long Stride = 1, long Padding = 0, NinPool Pool = NinPool.None, bool Dropout = false);

/// <summary>What follows an MLPconv layer.</summary>
public enum NinPool
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Maximum of 3 × 3, stride 2.</summary>
    Max,

    /// <summary>Average of 3 × 3, stride 2.</summary>
    Average,
}

/// <summary>A whole network; the last layer's last maps are the classes.</summary>
public sealed record NinConfig(string Name, long Input, int Classes, NinLayer[] Layers);

/// <summary>Lin, Chen and Yan 2014, "Network in network".</summary>
/// <remarks>The paper prints no layer sizes: they are those of the authors' published definitions. Poolings round up, as Caffe's do.</remarks>
public sealed class NetworkInNetwork : Module<Tensor, Tensor>
{
    /// <summary>For 32 × 32 images.</summary>
    public static readonly NinConfig Cifar = new("nin_cifar", 32, 10,
    [
        new(Conv: 192, First: 160, Second:  96, Kernel: 5, Padding: 2, Pool: NinPool.Max, Dropout: true),
        new(Conv: 192, First: 192, Second: 192, Kernel: 5, Padding: 2, Pool: NinPool.Average, Dropout: true),
        new(Conv: 192, First: 192, Second:  10, Kernel: 3, Padding: 1),
    ]);

    /// <summary>For ImageNet.</summary>
    public static readonly NinConfig ImageNet = new("nin_imagenet", 224, 1000,
    [
        new(Conv:   96, First:   96, Second:   96, Kernel: 11, Stride: 4, Pool: NinPool.Max),
        new(Conv:  256, First:  256, Second:  256, Kernel:  5, Padding: 2, Pool: NinPool.Max),
        new(Conv:  384, First:  384, Second:  384, Kernel:  3, Padding: 1, Pool: NinPool.Max, Dropout: true),
        new(Conv: 1024, First: 1024, Second: 1000, Kernel:  3, Padding: 1),
    ]);

    /// <summary>Both.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. new[] { Cifar, ImageNet }.Select(config => new ZooEntry(
            config.Name, () => new NetworkInNetwork(config), [3, config.Input, config.Input], "network in network, Lin et al. 2014")),
    ];

    private readonly Module<Tensor, Tensor> features, avgpool, flatten;

    /// <summary>The network of a table.</summary>
    /// <param name="config"><see cref="Cifar"/>, <see cref="ImageNet"/> or your own.</param>
    /// <param name="classes">Number of logits, if not the table's.</param>
    /// <param name="width">Multiplies every map count but the classes.</param>
    /// <param name="channels">Channels of the image.</param>
    public NetworkInNetwork(NinConfig config, long? classes = null, double width = 1, long channels = 3) : base(nameof(NetworkInNetwork))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var (k, row) in config.Layers.Index())
        {
            var last = k == config.Layers.Length - 1 ? classes ?? config.Classes : width.Times(row.Second);
            layers.Add(new MlpConv(channels, (width.Times(row.Conv), width.Times(row.First), last), row.Kernel, row.Stride, row.Padding));
            if (row.Pool == NinPool.Max) layers.Add(MaxPool2d(3, stride: 2, ceil_mode: true));
            if (row.Pool == NinPool.Average) layers.Add(AvgPool2d(3, stride: 2, ceil_mode: true));
            if (row.Dropout) layers.Add(Dropout());
            channels = last;
        }
        features = Sequential(layers);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
    }

    /// <summary>[N, 3, 32, 32] (ImageNet: 224) → [N, classes]: each class is the mean of its own map.</summary>
    public override Tensor forward(Tensor x) => x.Through(features, avgpool, flatten);
}
