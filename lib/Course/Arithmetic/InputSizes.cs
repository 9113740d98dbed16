using static TorchSharp.torch;

namespace CnnCourse.Arithmetic;

/// <summary>The square images that a network takes, found by trying: a hollow network has shapes and no weights.</summary>
/// <param name="Least">The least side near the usual one, in pixels.</param>
/// <param name="Most">The greatest side; null if twice the usual side works, and so, we take it, any.</param>
public sealed record InputSizes(long Least, long? Most)
{
    /// <summary>Tries sides around the usual one.</summary>
    /// <param name="build">Builds the network.</param>
    /// <param name="usual">Channels, height and width that work.</param>
    public static InputSizes Of(Func<nn.Module<Tensor, Tensor>> build, IReadOnlyList<long> usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        using var model = Hollow.Build(build);
        model.eval();
        var (channels, side) = (usual[0], usual[^1]);
        bool Works(long size) => Takes(model, channels, size);
        var least = Last(side, 0, Works);
        return new(least, Works(2 * side) ? null : Last(side, 2 * side, Works));
    }

    /// <inheritdoc/>
    public override string ToString() => Most is null ? $"squares of {Least} and more" : Most == Least ? $"squares of {Least} only" : $"squares of {Least} to {Most}";

    // Halves the way from a side that works to one that does not.
    private static long Last(long works, long fails, Func<long, bool> test)
    {
        while (Math.Abs(works - fails) > 1)
        {
            var middle = (works + fails) / 2;
            if (test(middle)) works = middle;
            else fails = middle;
        }
        return works;
    }

    private static bool Takes(nn.Module<Tensor, Tensor> model, long channels, long side)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        try
        {
            return model.call(zeros([1, channels, side, side], device: META)).numel() > 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }
}
