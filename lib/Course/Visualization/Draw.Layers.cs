using CnnCourse.Arithmetic;
using CnnCourse.Plots;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>Where a network keeps its parameters, does its work, and needs its memory: shares of the sum, layer by layer.</summary>
    /// <param name="layers">Rows of a layer table.</param>
    /// <param name="counts">What is counted, under its name.</param>
    public static Figure Shares(IReadOnlyList<LayerRow> layers, params IReadOnlyList<(string Name, Func<LayerRow, long> Of)> counts)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(counts);
        var series = counts.Select(count => BarSeries.Of(count.Name, layers.Select(row => 100.0 * count.Of(row) / layers.Sum(count.Of))));
        return Plot.Bar(layers.Select(row => row.Layer), [.. series], "0").WithAxes("layer", "share, %");
    }
}
