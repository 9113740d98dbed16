using System.Globalization;

namespace CnnCourse.Training;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Loss">Mean training loss over the epoch, while the weights changed.</param>
/// <param name="TrainAccuracy">Share of the epoch's images, as augmented, that were right while the weights changed.</param>
/// <param name="TestAccuracy">Share of the test images that are right after the epoch.</param>
/// <param name="LearningRate">The rate of the epoch's last step.</param>
/// <param name="Seconds">Time of the training steps; not printed, so that the same run prints the same.</param>
public sealed record EpochReport(int Epoch, double Loss, double TrainAccuracy, double TestAccuracy, double LearningRate, double Seconds)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"epoch {Epoch}: loss {Loss:0.0000}, train accuracy {TrainAccuracy:0.00%}, test accuracy {TestAccuracy:0.00%}");
}
