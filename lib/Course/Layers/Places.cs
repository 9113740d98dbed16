using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>Fully connected layers at every place of a map: how a network that ends in 1×1 maps slides over a larger image.</summary>
public static class Places
{
    /// <summary>[N, C, 1, 1] → [N, K]; [N, C, h, w] → [N, K, h, w].</summary>
    /// <param name="maps">[N, C, h, w].</param>
    /// <param name="head">[..., C] → [..., K].</param>
    public static Tensor ForEach(Tensor maps, Func<Tensor, Tensor> head)
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(head);
        using var scope = NewDisposeScope();
        var shape = maps.shape;
        var result = shape[2] == 1 && shape[3] == 1
            ? head(maps.flatten(1))
            : head(maps.permute(0, 2, 3, 1)).permute(0, 3, 1, 2);
        return result.MoveToOuterDisposeScope();
    }
}
