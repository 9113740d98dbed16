using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Cuts the crops of the multi-crop test protocols. A mirror image is the crop flipped left to right.</summary>
public static class Crops
{
    /// <summary>Shorter sides at which GoogLeNet's protocol looks (Szegedy et al. 2015, §7).</summary>
    public static readonly long[] Scales = [256, 288, 320, 352];

    /// <summary>The middle: [N, C, H, W] → [N, C, size, size].</summary>
    public static Tensor Center(Tensor images, long size) => Cut(images, (images.shape[2] - size) / 2, (images.shape[3] - size) / 2, size);

    /// <summary>Four corners, the centre, and their mirror images (Krizhevsky et al. 2012, §4.1): [N, C, H, W] → [N, 10, C, size, size].</summary>
    /// <remarks>Order: top left, top right, bottom left, bottom right, centre, then the five mirrored crops.</remarks>
    public static Tensor Ten(Tensor images, long size)
    {
        using var scope = NewDisposeScope();
        var five = Five(images, size);
        return stack([.. five, .. five.Select(crop => crop.flip(3))], 1).MoveToOuterDisposeScope();
    }

    /// <summary>Four scales × three squares × six crops × two mirrors (Szegedy et al. 2015, §7): [C, H, W] → [144, C, size, size].</summary>
    /// <param name="image">One image of any shape.</param>
    /// <param name="size">Side of the crops.</param>
    /// <param name="scales">Shorter sides that the image is resized to; <see cref="Scales"/> if null.</param>
    public static Tensor OneHundredFortyFour(Tensor image, long size = 224, params long[]? scales)
    {
        using var scope = NewDisposeScope();
        var crops = new List<Tensor>();
        foreach (var scale in scales is { Length: > 0 } ? scales : Scales)
        {
            var resized = Resize.ShorterSide(image.unsqueeze(0), scale);
            foreach (var square in Squares(resized))
                crops.AddRange([.. Five(square, size), Resize.To(square, size, size)]);
        }
        return cat([.. crops.SelectMany(crop => new[] { crop, crop.flip(3) })]).MoveToOuterDisposeScope();
    }

    /// <summary>A regular grid of crops, then their mirror images (Simonyan and Zisserman 2015, §3.2): [N, C, H, W] → [N, 2·perSide², C, size, size].</summary>
    /// <param name="images">[N, C, H, W], at least as large as the crops.</param>
    /// <param name="size">Side of the crops.</param>
    /// <param name="perSide">Crops along each side; the paper's 5 make 50.</param>
    public static Tensor Grid(Tensor images, long size, int perSide = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perSide, 2);
        using var scope = NewDisposeScope();
        var (bottom, right) = (images.shape[2] - size, images.shape[3] - size);
        long Place(long spare, int k) => (long)Math.Round((double)spare * k / (perSide - 1));
        Tensor[] crops =
        [
            .. from row in Enumerable.Range(0, perSide)
               from column in Enumerable.Range(0, perSide)
               select Cut(images, Place(bottom, row), Place(right, column), size),
        ];
        return stack([.. crops, .. crops.Select(crop => crop.flip(3))], 1).MoveToOuterDisposeScope();
    }

    // Left, centre and right of a landscape; top, centre and bottom of a portrait.
    private static IEnumerable<Tensor> Squares(Tensor image)
    {
        var (height, width) = (image.shape[2], image.shape[3]);
        var (side, spare) = (Math.Min(height, width), Math.Abs(height - width));
        foreach (var start in new[] { 0, spare / 2, spare })
            yield return height > width ? Cut(image, start, 0, side) : Cut(image, 0, start, side);
    }

    private static Tensor[] Five(Tensor images, long size)
    {
        var (bottom, right) = (images.shape[2] - size, images.shape[3] - size);
        return [Cut(images, 0, 0, size), Cut(images, 0, right, size), Cut(images, bottom, 0, size), Cut(images, bottom, right, size), Center(images, size)];
    }

    private static Tensor Cut(Tensor images, long top, long left, long size)
    {
        if (images.shape[2] < size || images.shape[3] < size)
            throw new ArgumentException($"A crop of {size}x{size} does not fit into an image of {images.shape[2]}x{images.shape[3]}; resize the image first.", nameof(size));
        return images.narrow(2, top, size).narrow(3, left, size);
    }
}
