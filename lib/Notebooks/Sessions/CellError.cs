namespace CnnCourse.Notebooks;

/// <summary>Why a cell failed. <paramref name="Line"/> and <paramref name="Column"/> count from 1 within the cell; 0 means unknown.</summary>
/// <param name="Name">Compiler error code, or the exception's type.</param>
/// <param name="Traceback">Ready to print: the message first, then the places, each with its source line.</param>
public sealed record CellError(
    string Name,
    string Message,
    string Cell,
    int Line,
    int Column,
    string SourceLine,
    IReadOnlyList<string> Traceback)
{
    /// <summary>The exception, unless the cell did not compile.</summary>
    public Exception? Exception { get; init; }
}
