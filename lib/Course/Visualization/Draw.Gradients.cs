using System.Globalization;
using CnnCourse.Plots;
using CnnCourse.Training;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>How much gradient reaches each layer, in units of its weights, on a logarithmic scale; the caption says how far apart first and last are.</summary>
    /// <param name="networks">Layers from the first to the last, under the networks' names.</param>
    public static Figure Gradients(params IReadOnlyList<(string Name, IReadOnlyList<GradientFlow.Layer> Layers)> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var ratios = networks.Select(n => $"{n.Name} {Short(n.Layers[0].Relative / n.Layers[^1].Relative)}");
        return Plot.Line([.. networks.Select(n => Series.Of(n.Name, n.Layers.Select(layer => layer.Relative), 1))]).WithLogY()
            .WithTitle("How much gradient reaches each layer").WithAxes("layer", "gradient norm / weight norm")
            .WithCaption($"Logarithmic scale. First layer over last: {string.Join("; ", ratios)}.");
    }

    private static string Short(double ratio) => ratio.ToString(ratio >= 100 ? "N0" : ratio >= 1 ? "0.0" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>A bar for each seed, 1 first, in groups of runs.</summary>
    /// <param name="groups">As many values in each as there are seeds.</param>
    public static Figure BySeed(params IReadOnlyList<(string Name, IReadOnlyList<double> Values)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Plot.Bar(Enumerable.Range(1, groups[0].Values.Count).Select(seed => $"seed {seed}"), [.. groups.Select(g => BarSeries.Of(g.Name, g.Values))], "0.#");
    }
}
