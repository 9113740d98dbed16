using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Mean and deviation of a training set, to be taken off every image, those of the test set too.</summary>
/// <param name="Mean">[1, C, H, W] of each pixel, or [1, C, 1, 1] of each channel.</param>
/// <param name="Deviation">Of the same shape.</param>
public sealed record PixelStatistics(Tensor Mean, Tensor Deviation)
{
    /// <summary>One mean for each pixel: AlexNet's "mean activity" (Krizhevsky et al. 2012, §2).</summary>
    /// <param name="images">[N, C, H, W].</param>
    public static PixelStatistics PerPixel(Tensor images) => Over(images, [0]);

    /// <summary>One mean for each channel: VGG's mean RGB value (Simonyan and Zisserman 2015, §2.1).</summary>
    /// <param name="images">[N, C, H, W].</param>
    public static PixelStatistics PerChannel(Tensor images) => Over(images, [0, 2, 3]);

    /// <summary>Images minus the mean.</summary>
    public Tensor Center(Tensor images) => images - Mean;

    /// <summary>A data set minus the mean.</summary>
    public ImageData Center(ImageData data) => Prepared(data, Center);

    /// <summary>Images minus the mean, over the deviation.</summary>
    public Tensor Standardize(Tensor images)
    {
        using var scope = NewDisposeScope();
        return ((images - Mean) / Deviation.clamp(min: 1e-8)).MoveToOuterDisposeScope();   // a pixel that never changes stays 0
    }

    /// <summary>A data set minus the mean, over the deviation.</summary>
    public ImageData Standardize(ImageData data) => Prepared(data, Standardize);

    private static ImageData Prepared(ImageData data, Func<Tensor, Tensor> change)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Prepared(change);
    }

    private static PixelStatistics Over(Tensor images, long[] axes)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new(images.mean(axes, keepdim: true), images.std(axes, unbiased: false, keepdim: true));
    }
}
