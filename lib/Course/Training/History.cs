using System.Collections;
using System.Globalization;
using System.Text;

namespace CnnCourse.Training;

/// <summary>The epochs of a training run, in order.</summary>
public sealed class History : IReadOnlyList<EpochReport>
{
    private readonly List<EpochReport> epochs = [];

    /// <inheritdoc/>
    public int Count => epochs.Count;

    /// <inheritdoc/>
    public EpochReport this[int index] => epochs[index];

    /// <summary>Training losses, epoch by epoch.</summary>
    public IReadOnlyList<double> Losses => [.. epochs.Select(e => e.Loss)];

    /// <summary>Test accuracies, epoch by epoch.</summary>
    public IReadOnlyList<double> Accuracies => [.. epochs.Select(e => e.TestAccuracy)];

    /// <summary>The highest test accuracy of any epoch; 0 before the first.</summary>
    public double BestAccuracy => epochs.Select(e => e.TestAccuracy).DefaultIfEmpty().Max();

    /// <summary>Time of all training steps.</summary>
    public double Seconds => epochs.Sum(e => e.Seconds);

    /// <summary>Adds the next epoch.</summary>
    public void Add(EpochReport epoch) => epochs.Add(epoch);

    /// <inheritdoc/>
    public IEnumerator<EpochReport> GetEnumerator() => epochs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line for each epoch.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("epoch    loss  accuracy  seconds\n");
        foreach (var e in epochs)
            text.Append(CultureInfo.InvariantCulture, $"{e.Epoch,5}  {e.Loss,6:0.0000}  {e.TestAccuracy,8:0.00%}  {e.Seconds,7:0.0}\n");
        return text.ToString();
    }
}
