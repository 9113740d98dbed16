using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>How far a layer's features move when the image is moved, scaled or turned (Zeiler and Fergus, arXiv 1311.2901, §4, "Feature invariance", Fig. 5).</summary>
public static class Invariance
{
    /// <summary>Mean over the images of ‖f(x) - f(T x)‖ / ‖f(x)‖, for each version T; 0 where nothing changes.</summary>
    /// <param name="network">Any tree of modules.</param>
    /// <param name="layer">The layer's path; empty for the network's output.</param>
    /// <param name="images">[N, C, H, W], prepared as in training.</param>
    /// <param name="versions">The transformed images, of the same shape.</param>
    public static IReadOnlyList<double> Distances(Module<Tensor, Tensor> network, string layer, Tensor images, IEnumerable<Tensor> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        using var scope = NewDisposeScope();
        var still = LayerOutputs.Of(network, layer, images).flatten(1);
        var size = still.norm(1);
        return [.. versions.Select(moved =>
        {
            using var inner = NewDisposeScope();
            return ((LayerOutputs.Of(network, layer, moved).flatten(1) - still).norm(1) / size).to(ScalarType.Float64).mean().item<double>();
        })];
    }
}
