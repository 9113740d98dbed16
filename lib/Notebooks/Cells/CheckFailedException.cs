namespace CnnCourse.Notebooks.Cells;

/// <summary>A check did not hold.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
