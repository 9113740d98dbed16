using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>Images and their nearest neighbours by several measures, a row an image.</summary>
    /// <param name="images">[N, C, H, W] in 0..1.</param>
    /// <param name="queries">Rows of the images to ask for.</param>
    /// <param name="count">Neighbours to show by each measure.</param>
    /// <param name="measures">The measure's name, and the rows of the nearest, [N, at least count].</param>
    public static Figure Neighbours(Tensor images, IReadOnlyList<int> queries, int count, params IReadOnlyList<(string Name, Tensor Nearest)> measures)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(measures);
        using var scope = NewDisposeScope();
        var tiles = queries.Index().SelectMany(query => measures
            .SelectMany(measure => Enumerable.Range(0, count).Select(k => Found(measure.Nearest[query.Item, k].item<long>(), k == 0 && query.Index == 0 ? measure.Name : null)))
            .Prepend(Found(query.Item, query.Index == 0 ? "query" : null)));
        return Plot.ImageGrid(tiles, columns: 1 + count * measures.Count, tileSize: 78);

        Tile Found(long row, string? name) => new(Pictures.Of(images[row]), name);
    }

    /// <summary>Vectors of two numbers as points, coloured by class.</summary>
    /// <param name="points">[N, 2].</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="classes">The names of the labels.</param>
    /// <param name="shown">The labels to show; all if none is given.</param>
    public static Figure Points(Tensor points, Tensor labels, IReadOnlyList<string> classes, params IReadOnlyList<int> shown)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(shown);
        if (points is not { ndim: 2 } || points.shape[1] != 2) throw new ArgumentException("points in the plane are [N, 2]", nameof(points));
        var (xy, of) = (points.Doubles().Chunk(2).ToArray(), labels.Doubles());
        var all = shown.Count > 0 ? shown : [.. Enumerable.Range(0, classes.Count)];
        return Plot.Scatter([.. all.Select(c => Group(classes[c], xy.Zip(of).Where(p => (int)p.Second == c).Select(p => p.First).ToArray()))]);

        static PointGroup Group(string name, double[][] points) => PointGroup.Of(name, points.Select(p => p[0]), points.Select(p => p[1]));
    }
}
