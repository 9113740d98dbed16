using System.Globalization;
using CnnCourse.Evaluation;
using CnnCourse.Plots;
using CnnCourse.Training;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    private const int PointsOfACurve = 20;

    /// <summary>A bar for each mean over seeds, in percent; whiskers are half the range long.</summary>
    /// <param name="bars">Shares, 0 to 1, under their names.</param>
    public static Figure Bars(params IReadOnlyList<(string Name, Spread Shares)> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var heights = BarSeries.Of("", bars.Select(b => 100 * b.Shares.Mean)).WithErrors(bars.Select(b => 100 * b.Shares.HalfRange));
        return Plot.Bar(bars.Select(b => b.Name), [heights], "0.0")
            .WithCaption($"Means of {bars[0].Shares.Runs.Count} seeds, whiskers half their range: {string.Join(", ", bars.Select(b => $"{b.Name} {b.Shares}"))}.")
            .WithAlt($"Bars with whiskers for {string.Join(", ", bars.Select(b => b.Name))}, from {bars.Min(b => b.Shares.Mean):0%} to {bars.Max(b => b.Shares.Mean):0%}.");
    }

    /// <summary>A curve through the means over seeds, in percent, with a band from the lowest to the highest run.</summary>
    /// <param name="name">For the legend; empty for none.</param>
    /// <param name="x">A place for each spread.</param>
    /// <param name="shares">0 to 1.</param>
    public static Series Band(string name, IEnumerable<double> x, IReadOnlyList<Spread> shares) =>
        Series.Of(name, x, shares.Select(s => 100 * s.Mean)).WithBand(shares.Select(s => 100 * s.Low), shares.Select(s => 100 * s.High)).Marked();

    /// <summary>Training losses over the images seen, so that runs with different batches share an axis; each curve is smoothed by its own length.</summary>
    public static Figure LossOverImages(params IReadOnlyList<(string Name, History History, int BatchSize)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Plot.Line([.. runs.Select(run =>
            {
                var window = Math.Max(1, run.History.StepLosses.Count / PointsOfACurve);
                var points = run.History.SmoothedLosses(window).Index().Where(p => p.Index % Math.Max(1, window / 4) == 0).ToArray();
                var curve = Series.Of(run.Name, points.Select(p => (p.Index + window) * (double)run.BatchSize), points.Select(p => p.Item));
                return points.Length > PointsOfACurve ? curve : curve.Marked();
            })])
            .WithTitle("Loss over the images seen").WithAxes("images seen", "training loss").WithYRange(0, null)
            .WithAlt($"Curves of the training loss over the images seen. At the end: {string.Join(", ", runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name} {r.History[^1].Loss:0.00}")))}.");
    }
}
