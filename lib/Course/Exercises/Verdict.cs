namespace CnnCourse.Exercises;

/// <summary>What an exercise says to an answer.</summary>
/// <param name="IsRight">True for a right answer.</param>
/// <param name="Message">Praise, or the kind of mistake; never the answer.</param>
public sealed record Verdict(bool IsRight, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsRight ? "✓" : "✗")} {Message}";
}
