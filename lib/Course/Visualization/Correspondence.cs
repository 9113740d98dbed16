using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Whether hiding the same part changes the features of different images in the same way (Zeiler and Fergus, arXiv 1311.2901, §4.3).</summary>
public static class Correspondence
{
    /// <summary>Mean share of features whose change differs in sign, over all pairs of images; the smaller, the more alike.</summary>
    /// <param name="features">[N, ...] of the images as they are.</param>
    /// <param name="hidden">[N, ...] of the same images with a part hidden.</param>
    /// <exception cref="ArgumentException">The shapes differ, or there are fewer than two images.</exception>
    public static double Distance(Tensor features, Tensor hidden)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(hidden);
        if (!features.shape.SequenceEqual(hidden.shape) || features.shape[0] < 2)
            throw new ArgumentException("features before and after hiding must have the same shape, and come from two images or more", nameof(hidden));
        using var scope = NewDisposeScope();
        var count = features.shape[0];
        var signs = (features - hidden).sign().view(count, -1);
        var differs = signs.unsqueeze(0).ne(signs.unsqueeze(1)).to(ScalarType.Float64).mean([2]);   // [N, N], zeros on the diagonal
        return differs.sum().item<double>() / (count * (count - 1));
    }
}
