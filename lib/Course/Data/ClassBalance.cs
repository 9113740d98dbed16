using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Sets in which one class is rarer or more frequent than it was.</summary>
public static class ClassBalance
{
    /// <summary>A set that keeps only the first images of one class, and all of the others.</summary>
    /// <param name="set">Any set.</param>
    /// <param name="label">The class that becomes rare.</param>
    /// <param name="keep">Its images that stay.</param>
    public static ImageSet Thinned(this ImageSet set, long label, int keep)
    {
        ArgumentNullException.ThrowIfNull(set);
        var few = RowsOf(set, label).Take(keep).ToHashSet();
        return set.Rows(set.LabelArray().Index().Where(l => l.Item != label || few.Contains(l.Index)).Select(l => (long)l.Index));
    }

    /// <summary>A set in which each image of one class stands several times: itself, then copies with noise (Basheer and Hajmeer 2000).</summary>
    /// <param name="set">Any set.</param>
    /// <param name="label">The class that is repeated.</param>
    /// <param name="times">How often each of its images stands in the new set.</param>
    /// <param name="deviation">Of the Gaussian noise on every copy but the first.</param>
    /// <param name="seed">Decides the noise.</param>
    public static ImageSet Repeated(this ImageSet set, long label, int times, double deviation = 0, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        using var scope = NewDisposeScope();
        using var random = new Generator(seed, CPU);
        long[] rows = [.. RowsOf(set, label)];
        if (times == 1 || rows.Length == 0) return set;
        var (images, labels) = set[[.. Enumerable.Repeat(rows, times - 1).SelectMany(r => r)]];
        var noise = (deviation * randn(images.shape, generator: random)).to(images.device);
        return set with
        {
            Images = cat([set.Images, images + noise], 0).MoveToOuterDisposeScope(),
            Labels = cat([set.Labels, labels], 0).MoveToOuterDisposeScope(),
        };
    }

    private static IEnumerable<long> RowsOf(ImageSet set, long label) =>
        set.LabelArray().Index().Where(l => l.Item == label).Select(l => (long)l.Index);
}
