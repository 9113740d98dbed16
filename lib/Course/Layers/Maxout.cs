using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>The largest of every <paramref name="pieces"/> neighbouring channels: a learned, piecewise linear, convex activation (Goodfellow et al. 2013, §2).</summary>
/// <param name="pieces">k, the linear pieces of each unit.</param>
public sealed class Maxout(long pieces) : Module<Tensor, Tensor>(nameof(Maxout))
{
    /// <summary>[N, C · pieces, ...] → [N, C, ...].</summary>
    /// <exception cref="ArgumentException">The channels do not divide into pieces.</exception>
    public override Tensor forward(Tensor x)
    {
        var shape = x.shape;
        if (shape[1] % pieces != 0)
            throw new ArgumentException($"{shape[1]} channels do not divide into maxout units of {pieces} pieces; take a multiple of {pieces}.");
        using var grouped = x.view([shape[0], shape[1] / pieces, pieces, .. shape[2..]]);
        return grouped.amax(2);
    }
}
