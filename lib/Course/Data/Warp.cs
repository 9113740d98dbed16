using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Data;

/// <summary>Moves, scales and turns batches of images about their middle, with bilinear sampling. What comes in from outside is 0.</summary>
public static class Warp
{
    /// <summary>To the right and down, in pixels; parts of pixels are allowed. [N, C, H, W] → [N, C, H, W].</summary>
    public static Tensor Translate(Tensor images, double right, double down) =>
        Sample(images, 1, 0, -2 * right / images.shape[3], 0, 1, -2 * down / images.shape[2]);

    /// <summary>Enlarged by a factor; below 1 they shrink. [N, C, H, W] → [N, C, H, W].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not positive.</exception>
    public static Tensor Scale(Tensor images, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return Sample(images, 1 / factor, 0, 0, 0, 1 / factor, 0);
    }

    /// <summary>Turned against the clock, in degrees; square images. [N, C, H, W] → [N, C, H, W].</summary>
    public static Tensor Rotate(Tensor images, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Sample(images, cos, -sin, 0, sin, cos, 0);
    }

    // Each output pixel asks the matrix where to look in the image; coordinates run from -1 to 1, right and down.
    private static Tensor Sample(Tensor images, params double[] matrix)
    {
        using var scope = NewDisposeScope();
        var theta = tensor(matrix, [1, 2, 3]).to(images.dtype).to(images.device).expand(images.shape[0], 2, 3);
        var grid = functional.affine_grid(theta, images.shape, align_corners: false);
        return functional.grid_sample(images, grid, align_corners: false).MoveToOuterDisposeScope();
    }
}
