using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Packages;

/// <summary>Between tensors and ImageSharp's images.</summary>
public static class Images
{
    /// <summary>[3, H, W] in 0..1.</summary>
    public static Tensor ToTensor(this Image<Rgb24> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var bytes = new byte[3 * image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        using var scope = NewDisposeScope();
        return (tensor(bytes, [image.Height, image.Width, 3]).permute(2, 0, 1).to(float32) / 255).contiguous().MoveToOuterDisposeScope();
    }

    /// <param name="tensor">[3, H, W] or [1, H, W]: bytes, or numbers in 0..1, which are cut off outside.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public static Image<Rgb24> ToImage(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.ndim != 3 || tensor.shape[0] is not (1 or 3))
            throw new ArgumentException($"an image is [3, H, W] or [1, H, W], not [{string.Join(", ", tensor.shape)}]", nameof(tensor));
        using var scope = NewDisposeScope();
        var pixels = tensor.is_floating_point() ? (tensor.cpu().clamp(0, 1) * 255).round().to(uint8) : tensor.cpu().to(uint8);
        var rows = pixels.expand(3, tensor.shape[1], tensor.shape[2]).permute(1, 2, 0).contiguous();
        return Image.LoadPixelData<Rgb24>(rows.bytes.ToArray(), (int)tensor.shape[2], (int)tensor.shape[1]);
    }
}
