using CnnCourse.Plots;
using CnnCourse.Training;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>A curve of training loss over the steps, each point the mean of the last <paramref name="window"/> losses.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="run">At least <paramref name="window"/> steps long.</param>
    /// <param name="window">Steps in a mean; 1 shows every loss as it was.</param>
    /// <param name="ceiling">Losses above it, or no numbers any more, are drawn at it.</param>
    public static Series Loss(string name, History run, int window = 10, double ceiling = double.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Series.Of(name, run.SmoothedLosses(window).Select(loss => double.IsFinite(loss) ? Math.Min(loss, ceiling) : ceiling), window).Thinned();
    }

    /// <summary>Curves of training loss on one pair of axes, with the loss of guessing among <paramref name="classes"/>.</summary>
    public static Figure Losses(IReadOnlyList<Series> curves, int classes = 10) =>
        Plot.Line(curves).WithHorizontalLine(Math.Log(classes), "guessing").WithTitle("Training loss").WithAxes("step", "training loss").WithYRange(0, null);
}
