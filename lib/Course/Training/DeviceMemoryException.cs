namespace CnnCourse.Training;

/// <summary>A training step that the device has no memory for; the message says what to reduce.</summary>
public sealed class DeviceMemoryException(string message, Exception cause) : InvalidOperationException(message, cause)
{
    /// <summary>True of what libtorch throws when an allocator fails.</summary>
    internal static bool Is(Exception thrown) =>
        thrown.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || thrown.Message.Contains("can't allocate memory", StringComparison.Ordinal);

    /// <summary>Says what a run may reduce.</summary>
    internal static DeviceMemoryException Of(TrainingRun run, Exception thrown)
    {
        var images = run.Data.Train.Images;
        var advice = run.Recipe.BatchSize > 1 ? $"a smaller BatchSize (half: {run.Recipe.BatchSize / 2}), smaller images or a narrower network" : "smaller images or a narrower network";
        return new($"{images.device} has no memory left for a step with {run.Recipe.BatchSize} images of {string.Join('×', images.shape[1..])}. Try {advice}; data or networks of earlier cells that are no longer needed can be disposed.", thrown);
    }
}
