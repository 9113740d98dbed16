using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Evaluation;

/// <summary>Bilinear resizing of batches of images.</summary>
public static class Resize
{
    /// <summary>[N, C, H, W] → [N, C, height, width]; smoothed first where the image shrinks.</summary>
    public static Tensor To(Tensor images, long height, long width) => functional.interpolate(
        images, [height, width], mode: InterpolationMode.Bilinear, align_corners: false, antialias: true);

    /// <summary>The shorter side becomes <paramref name="length"/>, the other follows in proportion.</summary>
    public static Tensor ShorterSide(Tensor images, long length)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        return height < width
            ? To(images, length, Math.Max(length, length * width / height))
            : To(images, Math.Max(length, length * height / width), length);
    }
}
