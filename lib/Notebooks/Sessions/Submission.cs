namespace CnnCourse.Notebooks;

/// <summary>A compiled cell.</summary>
/// <param name="Start">Runs it; slot n of the array holds the variables of the n-th cell of the chain.</param>
internal sealed record Submission(
    Func<object?[], Task<object?>> Start, bool HasValue, bool IsKept, IReadOnlyList<string> Warnings);
