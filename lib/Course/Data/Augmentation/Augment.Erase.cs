using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

public static partial class Augment
{
    /// <summary>A random rectangle becomes noise in 0..1, or one value (Zhong et al. 2017, Algorithm 1; in their experiments area 2 % to 40 %, aspect 0.3 to 1/0.3).</summary>
    /// <param name="probability">Share of images that lose a rectangle.</param>
    /// <param name="area">The rectangle's share of the image, drawn uniformly.</param>
    /// <param name="aspect">Its height over its width, drawn so that a ratio and its inverse are equally likely.</param>
    /// <param name="value">What it is filled with; noise if null.</param>
    /// <remarks>A rectangle that is longer than the image is cut to it.</remarks>
    public static Func<Tensor, Generator, Tensor> Erase(
        double probability = 0.5, (double Low, double High)? area = null, (double Low, double High)? aspect = null, double? value = null)
    {
        var (areas, aspects) = (area ?? (0.02, 0.4), aspect ?? (0.3, 1 / 0.3));
        CheckRange(areas, nameof(area));
        CheckRange(aspects, nameof(aspect));
        return (images, random) =>
        {
            using var scope = NewDisposeScope();
            var (width, height) = Sides(images, random, areas, aspects);   // aspect is height over width here
            var hit = PerImage(Happens(images, random, probability))
                .logical_and(Stretch(images, random, height, axis: 2))
                .logical_and(Stretch(images, random, width, axis: 3));
            var fill = value is { } constant
                ? full([1], constant, dtype: images.dtype, device: images.device)
                : rand(images.shape, device: random.device, generator: random).to(images.device);
            return where(hit, fill, images).MoveToOuterDisposeScope();
        };
    }

    // True on a random stretch of an axis, [N] shares long: [N, 1, H, 1] or [N, 1, 1, W].
    private static Tensor Stretch(Tensor images, Generator random, Tensor share, int axis)
    {
        var count = images.shape[axis];
        var length = PerImage((share * count).round().clamp(1, count));
        var first = (PerImage(Uniform(images, random, 0, 1)) * (count - length + 1)).floor();
        var place = arange(count, device: images.device).reshape(axis == 2 ? [1, 1, count, 1] : [1, 1, 1, count]);
        return (place >= first).logical_and(place < first + length);
    }
}
