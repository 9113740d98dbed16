using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Vectors as a search engine: what is near is taken for similar (Krizhevsky et al. 2012, §6.1, Fig. 4).</summary>
public static class Neighbours
{
    private const int BatchSize = 1000;

    /// <summary>The nearest others of each vector, by Euclidean distance, nearest first: [N, D] → [N, count] int64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many others.</exception>
    public static Tensor Nearest(Tensor vectors, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, vectors.shape[0] - 1);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var rows = vectors.split(BatchSize).Index().Select(part =>
        {
            using var batch = NewDisposeScope();
            var distances = cdist(part.Item, vectors);
            distances.diagonal(part.Index * BatchSize).fill_(double.PositiveInfinity);   // nobody is their own neighbour
            return distances.topk(count, 1, largest: false).indexes.MoveToOuterDisposeScope();
        });
        return cat([.. rows]).MoveToOuterDisposeScope();
    }

    /// <summary>How many of the nearest have the label of the vector that was asked for: a share, 0 to 1.</summary>
    /// <param name="vectors">[N, D].</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="count">Neighbours of each.</param>
    public static double Precision(Tensor vectors, Tensor labels, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(labels);
        using var scope = NewDisposeScope();
        var found = labels.index_select(0, Nearest(vectors, count).flatten()).view(-1, count);
        return found.eq(labels.unsqueeze(1)).to(ScalarType.Float64).mean().item<double>();
    }
}
