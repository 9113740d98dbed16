using static TorchSharp.torch;

namespace TorchSharp;

public static class VisionExtensionMethods
{
    /// <summary>A part of an image [.., H, W]; what lies outside is zero.</summary>
    public static Tensor crop(this Tensor image, int top, int left, int height, int width)
    {
        using var scope = NewDisposeScope();
        var (h, w) = (image.size(-2), image.size(-1));
        var (bottom, right) = ((long)top + height, (long)left + width);
        var (y, x) = (Math.Clamp(top, 0, h), Math.Clamp(left, 0, w));
        var inside = image.narrow(-2, y, Math.Clamp(bottom, y, h) - y).narrow(-1, x, Math.Clamp(right, x, w) - x);
        if (top >= 0 && left >= 0 && bottom <= h && right <= w) return inside.MoveToOuterDisposeScope();
        long[] missing = [Math.Max(-left, 0), Math.Max(-top, 0), Math.Max(right - w, 0), Math.Max(bottom - h, 0)];
        return torchvision.transforms.functional.pad(inside, missing).MoveToOuterDisposeScope();
    }
}
