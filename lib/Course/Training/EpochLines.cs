namespace CnnCourse.Training;

/// <summary>Writes a line for each epoch as soon as it is over.</summary>
public sealed class EpochLines : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Finished is { } epoch) Console.WriteLine(epoch);
    }
}
