namespace CnnCourse.Training;

/// <summary>Calls a function after each look at a run, on the thread that trains: to measure along the way, or to stop the run.</summary>
/// <param name="tell">Called at every report of <see cref="Trainer"/>.</param>
public sealed class Watch(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
{
    /// <summary>Calls a function at the end of each epoch only.</summary>
    public static Watch Epochs(Action tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        return new(p =>
        {
            if (p.Finished is not null) tell();
        });
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value) => tell(value);
}
