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

    /// <summary>Follows the images through a family of changes.</summary>
    /// <param name="network">A classifier.</param>
    /// <param name="name">The change and its unit, for the axis: "rotation, degrees".</param>
    /// <param name="x">How much is changed, version by version.</param>
    /// <param name="change">From the amount to the changed images, prepared as in training.</param>
    /// <param name="images">The unchanged images, [N, C, H, W], prepared as in training.</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="layers">Paths of the layers to compare.</param>
    public static InvarianceStudy Study(
        Module<Tensor, Tensor> network, string name, IReadOnlyList<double> x, Func<double, Tensor> change, Tensor images, Tensor labels, params IReadOnlyList<string> layers)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(labels);
        using var scope = NewDisposeScope();
        Tensor[] versions = [.. x.Select(change)];
        var right = labels.unsqueeze(1);
        return new(name, x, [.. layers.Select(layer => (layer, Distances(network, layer, images, versions)))],
            [.. versions.Select(version => LayerOutputs.Of(network, "", version).softmax(1).gather(1, right).Doubles().Average())]);
    }
}

/// <summary>What a family of changes does to features and to the answer, version by version.</summary>
/// <param name="Name">The change and its unit.</param>
/// <param name="X">How much is changed.</param>
/// <param name="Features">For each layer how far its features have moved, as <see cref="Invariance.Distances"/> measures it.</param>
/// <param name="Probability">Mean probability of the right class.</param>
public sealed record InvarianceStudy(
    string Name, IReadOnlyList<double> X, IReadOnlyList<(string Layer, IReadOnlyList<double> Distances)> Features, IReadOnlyList<double> Probability);
