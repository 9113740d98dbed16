namespace CnnCourse.Training;

/// <summary>How far a training run is.</summary>
/// <param name="Epoch">The epoch that runs, counted from 1.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Done">Share of the whole run that is done, 0 to 1.</param>
/// <param name="Loss">Mean loss of this epoch so far.</param>
/// <param name="ImagesPerSecond">Speed of this epoch so far.</param>
/// <param name="Finished">The epoch's report, once it is over.</param>
/// <param name="IsStopped">True of the last report of a run that was stopped before its end.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, double Done, double Loss, double ImagesPerSecond, EpochReport? Finished = null, bool IsStopped = false);
