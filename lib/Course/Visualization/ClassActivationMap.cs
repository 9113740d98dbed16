using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Which parts of an image speak for a class, in a network that ends in global average pooling (Zhou et al. 2016, Eq. 2).</summary>
public static class ClassActivationMap
{
    /// <summary>The last maps, weighed as the class weighs their means: M = Σ w_k f_k. Its mean is the class's score without bias.</summary>
    /// <param name="maps">[N, K, h, w], what is averaged.</param>
    /// <param name="weights">[K], the class's row of the layer after the average. A network in network has none: its map of the class is the answer.</param>
    /// <returns>[N, h, w].</returns>
    /// <exception cref="ArgumentException">There is not one weight for each map.</exception>
    public static Tensor Of(Tensor maps, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.numel() != maps.shape[1])
            throw new ArgumentException($"{weights.numel()} weights for {maps.shape[1]} maps; take the class's row of the layer that follows the average", nameof(weights));
        using var scope = NewDisposeScope();
        return (maps.detach() * weights.detach().view(1, -1, 1, 1)).sum([1]).MoveToOuterDisposeScope();
    }

    /// <summary>A map stretched to the image: [N, h, w] → [N, height, width], bilinear.</summary>
    public static Tensor Over(Tensor map, long height, long width)
    {
        ArgumentNullException.ThrowIfNull(map);
        using var scope = NewDisposeScope();
        return nn.functional.interpolate(map.unsqueeze(1), [height, width], mode: InterpolationMode.Bilinear, align_corners: false).squeeze(1).MoveToOuterDisposeScope();
    }
}
