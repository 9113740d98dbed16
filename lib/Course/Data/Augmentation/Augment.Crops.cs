using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

public static partial class Augment
{
    private const double Full = 1;

    /// <summary>A window at a random whole-pixel place: 224 out of 256 in Krizhevsky et al. 2012, §4.1; 32 out of 32 with a border of 4 in He et al. 2016, §4.2.</summary>
    /// <param name="padding">Zeros added on all sides first.</param>
    /// <param name="size">Side of the window; that of the images if null.</param>
    /// <exception cref="ArgumentException">The window is larger than the padded images.</exception>
    public static Func<Tensor, Generator, Tensor> RandomCrop(long padding = 0, long? size = null) => (images, random) =>
    {
        using var scope = NewDisposeScope();
        var (height, width) = (size ?? images.shape[2], size ?? images.shape[3]);
        var (down, right) = (images.shape[2] + 2 * padding - height, images.shape[3] + 2 * padding - width);
        if (down < 0 || right < 0)
            throw new ArgumentException($"a window of {height}x{width} does not fit into images of {images.shape[2]}x{images.shape[3]} with a border of {padding}: take a smaller window or a wider border", nameof(size));
        var padded = padding == 0 ? images : nn.functional.pad(images, [padding, padding, padding, padding]);
        var windows = padded.unfold(2, height, 1).unfold(3, width, 1);   // a view: [N, C, down + 1, right + 1, height, width]
        return windows.index(
            TensorIndex.Tensor(arange(images.shape[0], device: images.device)), TensorIndex.Colon,
            TensorIndex.Tensor(Integers(images, random, down + 1)), TensorIndex.Tensor(Integers(images, random, right + 1))).MoveToOuterDisposeScope();
    };

    /// <summary>Left and right exchanged in a share of the images.</summary>
    public static Func<Tensor, Generator, Tensor> HorizontalFlip(double probability = 0.5) => (images, random) =>
    {
        using var scope = NewDisposeScope();
        return where(PerImage(Happens(images, random, probability)), images.flip(3), images).MoveToOuterDisposeScope();
    };

    /// <summary>A window of random area and aspect ratio, stretched to the output (Szegedy et al. 2015, §6: 8 % to 100 %, 3/4 to 4/3).</summary>
    /// <param name="size">Side of the output; that of the images if null.</param>
    /// <param name="area">The window's share of the image, drawn uniformly.</param>
    /// <param name="aspect">Its width over its height, drawn so that a ratio and its inverse are equally likely.</param>
    /// <remarks>A window that is longer than the image is cut to it. Sampling is bilinear, without smoothing.</remarks>
    public static Func<Tensor, Generator, Tensor> ResizedCrop(long? size = null, (double Low, double High)? area = null, (double Low, double High)? aspect = null)
    {
        var (areas, aspects) = (area ?? (0.08, 1), aspect ?? (3 / 4.0, 4 / 3.0));
        CheckRange(areas, nameof(area));
        CheckRange(aspects, nameof(aspect));
        return (images, random) =>
        {
            using var scope = NewDisposeScope();
            var (height, width) = Sides(images, random, areas, aspects);
            return Windows(images, random, height.clamp(max: Full), width.clamp(max: Full), size ?? images.shape[2], size ?? images.shape[3]).MoveToOuterDisposeScope();
        };
    }

    /// <summary>The shorter side becomes S, drawn uniformly for each image; then a square window at a random place (Simonyan and Zisserman 2015, §3.1: S from 256 to 512, window 224).</summary>
    /// <param name="smallest">The least S, at least <paramref name="size"/>.</param>
    /// <param name="largest">The greatest S.</param>
    /// <param name="size">Side of the window, which is the output.</param>
    /// <remarks>Sampling is bilinear, without smoothing.</remarks>
    public static Func<Tensor, Generator, Tensor> ScaleJitter(double smallest, double largest, long size)
    {
        CheckRange((smallest, largest), nameof(smallest));
        if (smallest < size) throw new ArgumentException($"a window of {size} does not fit where the shorter side becomes {smallest}: begin at {size} or above", nameof(smallest));
        return (images, random) =>
        {
            using var scope = NewDisposeScope();
            double shorter = Math.Min(images.shape[2], images.shape[3]);
            var share = size / Uniform(images, random, smallest, largest);   // of the shorter side
            return Windows(images, random, share * (shorter / images.shape[2]), share * (shorter / images.shape[3]), size, size).MoveToOuterDisposeScope();
        };
    }

    // [N] heights and [N] widths, shares of the image, of random area and aspect (width over height).
    private static (Tensor Height, Tensor Width) Sides(Tensor images, Generator random, (double Low, double High) areas, (double Low, double High) aspects)
    {
        var side = Uniform(images, random, areas.Low, areas.High).sqrt();
        var stretch = (Uniform(images, random, Math.Log(aspects.Low), Math.Log(aspects.High)) / 2).exp();
        return (side / stretch, side * stretch);
    }

    // Windows of [N] heights and widths (shares of the image) at random places, sampled at outHeight x outWidth.
    private static Tensor Windows(Tensor images, Generator random, Tensor height, Tensor width, long outHeight, long outWidth)
    {
        var (x, y) = (Uniform(images, random, -1, 1) * (1 - width), Uniform(images, random, -1, 1) * (1 - height));
        var none = zeros_like(x);
        var maps = stack([width, none, x, none, height, y], 1).reshape(-1, 2, 3);
        var grid = nn.functional.affine_grid(maps, [images.shape[0], images.shape[1], outHeight, outWidth], align_corners: false);
        return nn.functional.grid_sample(images, grid, padding_mode: GridSamplePaddingMode.Border, align_corners: false);
    }
}
