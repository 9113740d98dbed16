using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

public static partial class Augment
{
    // Luma of ITU-R BT.601.
    private static readonly float[] luma = [0.299f, 0.587f, 0.114f];

    /// <summary>Brightness, contrast and colour times a factor each, one after another in random order (Howard 2013, §2.2: factors 0.5 to 1.5).</summary>
    /// <param name="strength">Factors go from 1 - strength to 1 + strength.</param>
    /// <remarks>
    /// For images in 0..1, before they are normalised; the result is clipped to 0..1. Contrast is the distance from the image's mean grey,
    /// colour the distance from each pixel's grey; grey images have no colour to change. The order is drawn once a batch.
    /// </remarks>
    public static Func<Tensor, Generator, Tensor> Photometric(double strength = 0.5)
    {
        if (strength is < 0 or > 1) throw new ArgumentException($"a strength of {strength} is out of range: give 0 (no change) to 1", nameof(strength));
        return (images, random) =>
        {
            using var scope = NewDisposeScope();
            var changed = images.alias();
            var order = rand([3], device: random.device, generator: random).argsort().to(CPU).data<long>().ToArray();
            foreach (var step in order)
            {
                var factor = PerImage(Uniform(images, random, 1 - strength, 1 + strength));
                changed = step switch
                {
                    0 => (changed * factor).clamp_(0, 1),
                    1 => Blend(Grey(changed).mean([1, 2, 3], keepdim: true), changed, factor),
                    _ => images.shape[1] == 3 ? Blend(Grey(changed), changed, factor) : changed,
                };
            }
            return changed.MoveToOuterDisposeScope();
        };
    }

    /// <summary>Along each principal component of the colours, a step of α times its eigenvalue; α ~ N(0, deviation²) once an image (Krizhevsky et al. 2012, §4.1).</summary>
    /// <param name="colors">The components of the training set's colours, from <see cref="Pca.OfColors"/>.</param>
    /// <param name="deviation">0.1 in the paper.</param>
    /// <remarks>The paper's formula depends on the unit: an eigenvalue is a variance, so take the components of images in the scale in which they are augmented.</remarks>
    public static Func<Tensor, Generator, Tensor> ColorPca(Pca colors, double deviation = 0.1)
    {
        ArgumentNullException.ThrowIfNull(colors);
        var steps = (colors.Components * colors.Eigenvalues.unsqueeze(1) * deviation).DetachFromDisposeScope();   // a row for each component
        return (images, random) =>
        {
            using var scope = NewDisposeScope();
            if (images.shape[1] != steps.shape[1])
                throw new ArgumentException($"the components are of {steps.shape[1]} colours, the images have {images.shape[1]} channels: fit them to these images", nameof(colors));
            var alpha = randn([images.shape[0], steps.shape[0]], device: random.device, generator: random).to(images.device);
            return (images + alpha.matmul(steps.to(images.device)).unsqueeze(-1).unsqueeze(-1)).MoveToOuterDisposeScope();
        };
    }

    private static Tensor Grey(Tensor images) =>
        images.shape[1] == 3 ? (images * tensor(luma, device: images.device).reshape(1, 3, 1, 1)).sum([1], keepdim: true) : images.mean([1], keepdim: true);

    private static Tensor Blend(Tensor grey, Tensor images, Tensor factor) => (images * factor + grey * (1 - factor)).clamp_(0, 1);
}
