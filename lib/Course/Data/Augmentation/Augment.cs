using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Random changes to a batch of images that leave their labels as they are.</summary>
/// <remarks>
/// Each method returns a function from images [N, C, H, W] and a source of random numbers to changed images of the same device.
/// The same seed gives the same images. Every image of the batch draws its own numbers.
/// </remarks>
public static partial class Augment
{
    /// <summary>One after another, from left to right.</summary>
    public static Func<Tensor, Generator, Tensor> All(params Func<Tensor, Generator, Tensor>[] steps) => (images, random) =>
    {
        using var scope = NewDisposeScope();
        var changed = images.alias();
        foreach (var step in steps) changed = step(changed, random);
        return changed.MoveToOuterDisposeScope();
    };

    // Numbers are drawn where the generator lives, so that a seed means the same images on every device.
    private static Tensor Uniform(Tensor images, Generator random, double low, double high) =>
        (rand([images.shape[0]], device: random.device, generator: random) * (high - low) + low).to(images.device);

    private static Tensor Happens(Tensor images, Generator random, double probability) => Uniform(images, random, 0, 1) < probability;

    private static Tensor Integers(Tensor images, Generator random, long count) =>
        randint(count, [images.shape[0]], device: random.device, generator: random).to(images.device);

    // [N] → [N, 1, 1, 1], to meet a batch of images.
    private static Tensor PerImage(Tensor values) => values.reshape(-1, 1, 1, 1);

    private static void CheckRange((double Low, double High) range, string name)
    {
        if (!(range.Low > 0 && range.Low <= range.High))
            throw new ArgumentException($"{name} runs from {range.Low} to {range.High}: it must begin above 0 and not end before it begins", name);
    }
}
