using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Many small pictures in one.</summary>
public static class Tiling
{
    /// <summary>[N, C, H, W] → [C, rows·(H+gap)+gap, columns·(W+gap)+gap], filled row by row.</summary>
    /// <param name="pictures">[N, C, H, W].</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="gap">Pixels between them and around.</param>
    /// <param name="fill">Value of the gaps and of places that stay empty.</param>
    public static Tensor Grid(Tensor pictures, long columns, long gap = 1, double fill = 0)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (pictures.shape is not [var count, var channels, var height, var width])
            throw new ArgumentException($"a grid is made of [N, C, H, W], not [{string.Join(", ", pictures.shape)}]", nameof(pictures));
        using var scope = NewDisposeScope();
        var rows = (count + columns - 1) / columns;
        var grid = full([channels, rows * (height + gap) + gap, columns * (width + gap) + gap], fill, dtype: pictures.dtype, device: pictures.device);
        for (var k = 0L; k < count; k++)
        {
            using var place = grid.narrow(1, k / columns * (height + gap) + gap, height).narrow(2, k % columns * (width + gap) + gap, width);
            place.copy_(pictures[k]);
        }
        return grid.MoveToOuterDisposeScope();
    }

    /// <summary>A vector as the nearest thing to a square that it fills, not wider than high: 84 units → [12, 7].</summary>
    public static Tensor Folded(Tensor vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var length = vector.numel();
        var height = (long)Math.Ceiling(Math.Sqrt(length));
        while (length % height != 0) height++;
        return vector.reshape(height, length / height);
    }
}
