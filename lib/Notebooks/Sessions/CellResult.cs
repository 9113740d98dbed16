namespace CnnCourse.Notebooks;

/// <summary>What became of one cell.</summary>
public abstract record CellResult
{
    private CellResult() { }

    /// <summary>The cell ended in an expression; the bundle is its rendering, made while the cell still ran.</summary>
    public sealed record Value(object? Object, IReadOnlyDictionary<string, object> Bundle) : CellResult;

    public sealed record Nothing : CellResult;

    public sealed record Failed(CellError Error) : CellResult;

    public sealed record Interrupted : CellResult;
}
