using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>How a score changes as a square slides over the image and hides it (Zeiler and Fergus 2014, §4.2, Fig. 7).</summary>
public static class Occlusion
{
    private const int BatchSize = 128;

    /// <summary>The score for every place of the square, in rows and columns from the top left.</summary>
    /// <param name="image">[1, C, H, W], prepared as in training.</param>
    /// <param name="score">Images [M, C, H, W] to one number each, [M]: the probability of a class, the sum of a map.</param>
    /// <param name="side">Side of the square.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
    /// <param name="fill">The square's value.</param>
    /// <returns>[rows, columns].</returns>
    /// <exception cref="ArgumentException">The square is larger than the image.</exception>
    public static Tensor Map(Tensor image, Func<Tensor, Tensor> score, long side, long stride = 1, double fill = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        var (height, width) = (image.shape[2], image.shape[3]);
        if (side < 1 || side > Math.Min(height, width))
            throw new ArgumentException($"a square of {side} pixels does not fit into an image of {height}x{width}; take 1 to {Math.Min(height, width)}", nameof(side));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (rows, columns) = ((height - side) / stride + 1, (width - side) / stride + 1);
        var places = Enumerable.Range(0, (int)(rows * columns)).Select(k => (Top: k / columns * stride, Left: k % columns * stride));
        var scores = places.Chunk(BatchSize).Select(some => score(Hidden(image, some, side, fill))).ToArray();
        return cat(scores, 0).view(rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>By how much the probability of a class falls, for every place of the square: positive where hiding hurts.</summary>
    /// <param name="network">A classifier of logits; it runs in eval mode and is left as it was.</param>
    /// <param name="image">[1, C, H, W], prepared as in training.</param>
    /// <param name="label">The class.</param>
    /// <param name="side">Side of the square.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
    /// <param name="fill">The square's value.</param>
    /// <returns>[rows, columns].</returns>
    public static Tensor Fall(nn.Module<Tensor, Tensor> network, Tensor image, long label, long side, long stride = 1, double fill = 0)
    {
        using var scope = NewDisposeScope();
        return (Probability(image) - Map(image, Probability, side, stride, fill)).MoveToOuterDisposeScope();

        Tensor Probability(Tensor images) => LayerOutputs.Of(network, "", images).softmax(1).select(1, label);
    }

    /// <summary>The image with a square hidden: [1, C, H, W] → [1, C, H, W].</summary>
    public static Tensor Hide(Tensor image, long top, long left, long side, double fill = 0) => Hidden(image, [(top, left)], side, fill);

    private static Tensor Hidden(Tensor image, (long Top, long Left)[] places, long side, double fill)
    {
        using var scope = NewDisposeScope();
        var images = image.repeat(places.Length, 1, 1, 1);
        foreach (var (k, (top, left)) in places.Index()) images[k].narrow(1, top, side).narrow(2, left, side).fill_(fill);
        return images.MoveToOuterDisposeScope();
    }
}
