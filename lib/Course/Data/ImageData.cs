using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>A data set with its published split.</summary>
/// <param name="Train">What a network learns from.</param>
/// <param name="Test">What it is judged by, and never sees while it learns.</param>
public sealed record ImageData(ImageSet Train, ImageSet Test)
{
    /// <summary>The names of the labels.</summary>
    public IReadOnlyList<string> Classes => Train.Classes;

    /// <summary>Both sets with a border of zeros on all sides.</summary>
    public ImageData Padded(long border) => new(Train.Padded(border), Test.Padded(border));

    /// <summary>Both sets with black at <paramref name="low"/> and white at <paramref name="high"/>.</summary>
    public ImageData Scaled(double low, double high) => new(Train.Scaled(low, high), Test.Scaled(low, high));

    /// <summary>Both sets with (x - mean) / deviation for each pixel.</summary>
    public ImageData Normalized(double mean, double deviation) => new(Train.Normalized(mean, deviation), Test.Normalized(mean, deviation));

    /// <summary>Some images of both sets, equally many of every class where there are enough.</summary>
    public ImageData Stratified(long train, long test, int seed = 1) => new(Train.Stratified(train, seed), Test.Stratified(test, seed));

    /// <summary>Both sets with their images changed by the same function, [N, C, H, W] to [N, ...].</summary>
    public ImageData Prepared(Func<Tensor, Tensor> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(Train with { Images = change(Train.Images) }, Test with { Images = change(Test.Images) });
    }

    /// <summary>The first images of both sets.</summary>
    public ImageData Take(long train, long test) => new(Train.Take(train), Test.Take(test));

    /// <summary>Both sets in miniature: every pixel the mean of a square of pixels.</summary>
    public ImageData Pooled(long side) => new(Train.Pooled(side), Test.Pooled(side));

    /// <summary>Both sets on a device.</summary>
    public ImageData To(Device device) => new(Train.To(device), Test.To(device));
}
