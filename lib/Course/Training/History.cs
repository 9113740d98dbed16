using System.Collections;
using System.Globalization;
using System.Text;

namespace CnnCourse.Training;

/// <summary>The epochs of a training run, in order, and the losses of its steps.</summary>
public sealed class History : IReadOnlyList<EpochReport>
{
    private readonly List<EpochReport> epochs = [];
    private readonly List<double> steps = [];

    /// <inheritdoc/>
    public int Count => epochs.Count;

    /// <inheritdoc/>
    public EpochReport this[int index] => epochs[index];

    /// <summary>Training losses, epoch by epoch.</summary>
    public IReadOnlyList<double> Losses => [.. epochs.Select(e => e.Loss)];

    /// <summary>Training losses, step by step; a run that was stopped has those of its unfinished epoch too.</summary>
    public IReadOnlyList<double> StepLosses => steps;

    /// <summary>Test accuracies, epoch by epoch.</summary>
    public IReadOnlyList<double> Accuracies => [.. epochs.Select(e => e.TestAccuracy)];

    /// <summary>Accuracies on the training images while the weights changed, epoch by epoch.</summary>
    public IReadOnlyList<double> TrainAccuracies => [.. epochs.Select(e => e.TrainAccuracy)];

    /// <summary>The highest test accuracy of any epoch; 0 before the first.</summary>
    public double BestAccuracy => epochs.Select(e => e.TestAccuracy).DefaultIfEmpty().Max();

    /// <summary>Time of all training steps.</summary>
    public double Seconds => epochs.Sum(e => e.Seconds);

    /// <summary>Steps, from 1, until the mean loss of the last <paramref name="window"/> steps is no more than <paramref name="loss"/>; null if it never is.</summary>
    public int? StepsTo(double loss, int window = 1)
    {
        var smooth = SmoothedLosses(window);
        for (var k = 0; k < smooth.Count; k++)
            if (smooth[k] <= loss) return k + window;
        return null;
    }

    /// <summary>Epochs, from 1, until the test accuracy is at least <paramref name="accuracy"/>; null if it never is.</summary>
    public int? EpochsTo(double accuracy) => epochs.Find(e => e.TestAccuracy >= accuracy)?.Epoch;

    /// <summary>Means of <paramref name="window"/> step losses, from the first full window on: window - 1 fewer than there are steps.</summary>
    public IReadOnlyList<double> SmoothedLosses(int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var means = new List<double>();
        for (var end = window; end <= steps.Count; end++) means.Add(steps.GetRange(end - window, window).Average());
        return means;
    }

    /// <summary>Adds the next epoch.</summary>
    public void Add(EpochReport epoch) => epochs.Add(epoch);

    /// <summary>Adds the loss of the next step.</summary>
    public void AddStep(double loss) => steps.Add(loss);

    /// <inheritdoc/>
    public IEnumerator<EpochReport> GetEnumerator() => epochs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line for each epoch.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("epoch    loss  train accuracy  test accuracy\n");
        foreach (var e in epochs)
            text.Append(CultureInfo.InvariantCulture, $"{e.Epoch,5}  {e.Loss,6:0.0000}  {e.TrainAccuracy,14:0.00%}  {e.TestAccuracy,13:0.00%}\n");
        return text.ToString();
    }
}
