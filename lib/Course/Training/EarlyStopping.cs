namespace CnnCourse.Training;

/// <summary>Ends training where the accuracy no longer rises (Prechelt 1998, "Early stopping, but when?").</summary>
/// <remarks>An accuracy that decides when to stop is no test any more: give the trainer a part of the training images as its test set.</remarks>
public static class EarlyStopping
{
    /// <summary>True where the last <paramref name="patience"/> epochs were all no better than the best before them.</summary>
    public static bool IsDue(IReadOnlyList<double> accuracies, int patience)
    {
        ArgumentNullException.ThrowIfNull(accuracies);
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        return accuracies.Count > patience && accuracies.TakeLast(patience).Max() <= accuracies.SkipLast(patience).Max();
    }
}
