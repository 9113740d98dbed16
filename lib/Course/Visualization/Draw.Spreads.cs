using CnnCourse.Evaluation;
using CnnCourse.Plots;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>Bars of several series side by side in each category: means over seeds, with whiskers of half the range.</summary>
    /// <param name="categories">What the bars stand over.</param>
    /// <param name="format">Writes each mean at its bar.</param>
    /// <param name="series">In each series a spread for each category, drawn as it is.</param>
    public static Figure Bars(IEnumerable<string> categories, string format, params IReadOnlyList<(string Name, IReadOnlyList<Spread> Values)> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var bars = series.Select(s => BarSeries.Of(s.Name, s.Values.Select(v => v.Mean)).WithErrors(s.Values.Select(v => v.HalfRange)));
        return Plot.Bar(categories, [.. bars], format);
    }

    /// <summary>Curves over the epochs, counted from 1: means over seeds, with bands from the lowest to the highest run.</summary>
    /// <param name="curves">For each name the runs, equally long.</param>
    public static Figure Seeds(params IReadOnlyList<(string Name, IReadOnlyList<double>[] Runs)> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return Plot.Line([.. curves.Select(c => Series.OverSeeds(c.Name, Enumerable.Range(1, c.Runs[0].Count).Select(e => (double)e), c.Runs))]).WithAxes("epoch");
    }
}
