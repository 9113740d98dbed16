using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Evaluation;

/// <summary>A network with its linear layers turned into convolutions, to look at every position of a larger image at once (Simonyan and Zisserman 2015, §3.2).</summary>
/// <remarks>It shares the weights of the network it was made from, and equals it on an image of one crop.</remarks>
public sealed class DenseNetwork : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features, classifier, average, flatten;

    /// <summary>The dense form of a network that consists of <c>features</c> and a <c>classifier</c> of linear layers: AlexNet, ZFNet, VGG.</summary>
    /// <exception cref="ArgumentException">The network has no such parts.</exception>
    public DenseNetwork(Module<Tensor, Tensor> network) : base(nameof(DenseNetwork))
    {
        var parts = network.named_children().ToDictionary(child => child.Item1, child => child.Item2);
        if (parts.GetValueOrDefault("features") is not Sequential maps || parts.GetValueOrDefault("classifier") is not Sequential head)
            throw new ArgumentException($"{network.GetName()} has no features and classifier; a network that ends in global average pooling is dense already.", nameof(network));

        features = maps;
        classifier = Sequential(Slide(head, channels: maps.modules().OfType<Conv2d>().Last().out_channels));
        average = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
    }

    /// <summary>The logits at every position: [N, C, H, W] → [N, classes, h, w].</summary>
    public Tensor Map(Tensor x) => x.Through(features, classifier);

    /// <summary>The mean of the logits over positions: [N, C, H, W] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(features, classifier, average, flatten);

    private static IEnumerable<Module<Tensor, Tensor>> Slide(Sequential head, long channels)
    {
        var first = true;
        foreach (var (_, layer) in head.named_children())
        {
            if (layer is not Linear linear)
            {
                yield return (Module<Tensor, Tensor>)layer;
                continue;
            }
            var side = first ? (long)Math.Sqrt(linear.in_features / channels) : 1;
            first = false;
            yield return new SlidingLinear(linear, side);
        }
    }
}
