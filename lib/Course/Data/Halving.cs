using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Data;

/// <summary>Images of half the height and width, for experiments that are to take seconds.</summary>
public static class Halving
{
    /// <summary>[N, C, H, W] → [N, C, H/2, W/2], each pixel the mean of a square of four.</summary>
    public static ImageSet Halved(this ImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set with { Images = avg_pool2d(set.Images, 2) };
    }

    /// <summary>Both sets at half the height and width.</summary>
    public static ImageData Halved(this ImageData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(data.Train.Halved(), data.Test.Halved());
    }
}
