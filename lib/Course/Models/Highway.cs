using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>Layers of equal width: a plain one that changes the width, highway layers, perhaps a 2 × 2 pooling.</summary>
public sealed record HighwayStage(long Width, int Layers, bool Pooled = false);

/// <summary>A highway network, of convolutions or fully connected.</summary>
/// <param name="Name">The zoo's name.</param>
/// <param name="Input">[C, H, W].</param>
/// <param name="Stages">First to last; a linear layer to the classes follows.</param>
/// <param name="GateBias">First value of the gates' biases.</param>
/// <param name="Full">Fully connected layers on the flattened image.</param>
public sealed record HighwayConfig(string Name, long[] Input, HighwayStage[] Stages, double GateBias, bool Full = false)
{
    /// <summary>Learned layers; the gate and the transform of a highway layer are one.</summary>
    public int Depth => Stages.Sum(stage => stage.Layers) + 1;
}

/// <summary>Srivastava, Greff and Schmidhuber 2015, "Training very deep networks".</summary>
/// <remarks>
/// The paper gives depths and parameter counts of its CIFAR networks (19 layers of 2.3 M, 32 of 1.25 M) but not their widths;
/// these here meet the counts. Positions are averaged before the last layer.
/// </remarks>
public sealed class Highway : Module<Tensor, Tensor>
{
    /// <summary>The MNIST networks of §3.1, 50 units wide, and the CIFAR networks of Table 2.</summary>
    public static readonly HighwayConfig[] Configs =
    [
        new("highway10_mnist",  [1, 28, 28], [new(50, 9)],  GateBias: -2, Full: true),
        new("highway50_mnist",  [1, 28, 28], [new(50, 49)], GateBias: -2, Full: true),
        new("highway100_mnist", [1, 28, 28], [new(50, 99)], GateBias: -2, Full: true),
        new("highway19_cifar",  [3, 32, 32], [new(32, 3), new(48, 3, Pooled: true), new(80, 6, Pooled: true), new(128, 6)], GateBias: -2),
        new("highway32_cifar",  [3, 32, 32], [new(32, 11, Pooled: true), new(48, 10, Pooled: true), new(64, 10)], GateBias: -2),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
        [.. Configs.Select(config => new ZooEntry(config.Name, () => new Highway(config), config.Input, $"highway network of {config.Depth} layers, Srivastava et al. 2015"))];

    private readonly Module<Tensor, Tensor> stages;
    private readonly Module<Tensor, Tensor>? avgpool;
    private readonly Module<Tensor, Tensor> flatten, fc;

    /// <summary>The network of a configuration.</summary>
    /// <param name="config">One of <see cref="Configs"/>, or your own.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="width">Multiplies every width.</param>
    public Highway(HighwayConfig config, long classes = 10, double width = 1) : base(nameof(Highway))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        if (config.Full) layers.Add(Flatten());
        var last = config.Full ? config.Input[0] * config.Input[1] * config.Input[2] : config.Input[0];
        foreach (var stage in config.Stages)
        {
            var units = width.Times(stage.Width);
            layers.Add(config.Full ? Linear(last, units) : Conv2d(last, units, 3, padding: 1));
            layers.Add(ReLU(inplace: true));
            for (var k = 1; k < stage.Layers; k++)
                layers.Add(config.Full ? HighwayLayer.Full(units, config.GateBias) : HighwayLayer.Convolutional(units, config.GateBias));
            if (stage.Pooled) layers.Add(MaxPool2d(2));
            last = units;
        }
        stages = Sequential(layers);
        avgpool = config.Full ? null : AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(last, classes);
        RegisterComponents();
    }

    /// <summary>[N, C, H, W] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(stages, avgpool, flatten, fc);
}
