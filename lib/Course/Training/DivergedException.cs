namespace CnnCourse.Training;

/// <summary>A training run whose loss is no longer a number.</summary>
/// <param name="message">When it happened, in which layer first, and what to try.</param>
/// <param name="layer">The first layer whose output is not finite; null where all are and the loss itself is not.</param>
public sealed class DivergedException(string message, string? layer) : InvalidOperationException(message)
{
    /// <summary>The first layer whose output is not finite; null where all are and the loss itself is not.</summary>
    public string? Layer { get; } = layer;
}
