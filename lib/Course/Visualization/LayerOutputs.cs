using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>One layer's output for many images; <see cref="FeatureMaps"/> has all layers for one.</summary>
public static class LayerOutputs
{
    private const long BatchSize = 250;

    /// <summary>[N, C, H, W] → the layer's output, [N, ...], on the images' device, without a graph.</summary>
    /// <param name="network">Any tree of modules; it runs in eval mode and is left as it was.</param>
    /// <param name="layer">The layer's path, as in a layer table; empty for the network's own output.</param>
    /// <param name="images">Prepared as in training.</param>
    /// <exception cref="UnknownNameException">There is no such layer; the message offers the nearest.</exception>
    /// <exception cref="ArgumentException">The forward pass does not come by the layer.</exception>
    public static Tensor Of(Module<Tensor, Tensor> network, string layer, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        using var tap = new Tap(network, layer);
        var parts = new List<Tensor>();
        for (var first = 0L; first < images.shape[0]; first += BatchSize)
        {
            using var batch = NewDisposeScope();
            Evaluating.Run(network, images.narrow(0, first, Math.Min(BatchSize, images.shape[0] - first)));
            if (tap.Value is null) throw new ArgumentException($"the forward pass does not come by '{layer}'", nameof(layer));
            parts.Add(batch.MoveToOuter(tap.Value.alias()));
        }
        return cat(parts, 0).MoveToOuterDisposeScope();
    }
}
