using CnnCourse.Plots;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Where a unit answers strongly: the image, its answer, and the part of the image that it sees.</summary>
/// <param name="Row">Row of the image in its set.</param>
/// <param name="Value">The unit's output.</param>
/// <param name="Top">First row of pixels that the unit sees, within the image.</param>
/// <param name="Left">First column.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Columns of pixels.</param>
public sealed record Patch(long Row, double Value, long Top, long Left, long Height, long Width)
{
    /// <summary>The part as a box over the image.</summary>
    public Box Box => new(Left, Top, Left + Width, Top + Height);

    /// <summary>The image with all that the unit does not see at one value: [C, H, W] → [C, H, W].</summary>
    public Tensor In(Tensor image, double outside = 0)
    {
        using var scope = NewDisposeScope();
        var seen = full_like(image, outside);
        seen.narrow(1, Top, Height).narrow(2, Left, Width).copy_(image.narrow(1, Top, Height).narrow(2, Left, Width));
        return seen.MoveToOuterDisposeScope();
    }

    /// <summary>A square around what the unit sees, moved inside where it would reach over the edge: [C, H, W] → [C, side, side].</summary>
    public Tensor Square(Tensor picture, long side)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.narrow(1, Start(Top, Height, picture.shape[1]), side).narrow(2, Start(Left, Width, picture.shape[2]), side);

        long Start(long first, long length, long pixels) => Math.Clamp(first + (length - side) / 2, 0, pixels - side);
    }
}
