using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Labelled images in memory.</summary>
/// <param name="Images">[N, C, H, W] in 0..1, until <see cref="Normalized"/> says otherwise.</param>
/// <param name="Labels">[N] int64.</param>
/// <param name="Classes">The names of the labels.</param>
public sealed record ImageSet(Tensor Images, Tensor Labels, IReadOnlyList<string> Classes)
{
    /// <summary>Number of images.</summary>
    public long Count => Labels.shape[0];

    /// <summary>The labels as an array on the host, wherever the set is.</summary>
    public long[] LabelArray()
    {
        using var host = Labels.to(CPU);
        return host.data<long>().ToArray();
    }

    /// <summary>One batch, owned by the scope of whoever asks.</summary>
    public (Tensor Images, Tensor Labels) this[long[] rows]
    {
        get
        {
            using var index = tensor(rows, device: Images.device);
            return (Images.index_select(0, index), Labels.index_select(0, index));
        }
    }

    /// <summary>The rows of an epoch in a random order, cut into batches; the last one may be smaller.</summary>
    public IEnumerable<long[]> Shuffled(int batchSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var rows = new long[Count];
        for (var k = 0; k < rows.Length; k++) rows[k] = k;
#pragma warning disable CA5394 // a shuffle needs repeatable numbers, not secret ones
        new Random(seed).Shuffle(rows);
#pragma warning restore CA5394
        return rows.Chunk(batchSize);
    }

    /// <summary>The rows in order, cut into batches.</summary>
    public IEnumerable<long[]> InOrder(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        for (var first = 0L; first < Count; first += batchSize)
        {
            var rows = new long[Math.Min(batchSize, Count - first)];
            for (var k = 0; k < rows.Length; k++) rows[k] = first + k;
            yield return rows;
        }
    }

    /// <summary>The set with a border of zeros on all sides.</summary>
    public ImageSet Padded(long border) => this with { Images = nn.functional.pad(Images, [border, border, border, border]) };

    /// <summary>The set with black at <paramref name="low"/> and white at <paramref name="high"/>; LeNet-5's paper takes -0.1 and 1.175.</summary>
    public ImageSet Scaled(double low, double high)
    {
        using var scope = NewDisposeScope();
        return this with { Images = (Images * (high - low) + low).MoveToOuterDisposeScope() };
    }

    /// <summary>The set with (x - mean) / deviation for each pixel.</summary>
    public ImageSet Normalized(double mean, double deviation)
    {
        using var scope = NewDisposeScope();
        return this with { Images = ((Images - mean) / deviation).MoveToOuterDisposeScope() };
    }

    /// <summary>The first images of the set.</summary>
    public ImageSet Take(long count) => this with { Images = Images.narrow(0, 0, Math.Min(count, Count)), Labels = Labels.narrow(0, 0, Math.Min(count, Count)) };

    /// <summary>The set in miniature, [N, C, H / side, W / side]: every pixel the mean of a square of pixels.</summary>
    public ImageSet Pooled(long side) => side == 1 ? this : this with { Images = nn.functional.avg_pool2d(Images, side) };

    /// <summary>The set on a device.</summary>
    public ImageSet To(Device device) => this with { Images = Images.to(device), Labels = Labels.to(device) };
}
