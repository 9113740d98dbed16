namespace CnnCourse.Notebooks;

public enum CellStatus { Passed, Failed, Skipped, NotRun, Open }

/// <summary>How one code cell went. <see cref="CellStatus.Open"/> is an exercise nobody has solved yet.</summary>
/// <param name="Number">Counts code cells from 1, as Jupyter's <c>[1]</c> does.</param>
public sealed record CellReport(int Number, CellStatus Status, TimeSpan Time, int ChecksPassed, int ChecksFailed, CellFailure? Failure = null);

/// <param name="Printed">What the cell had printed before it failed.</param>
public sealed record CellFailure(int Cell, string Message, int Line, string SourceLine, IReadOnlyList<string> Traceback, string Printed);

/// <summary>How a notebook went.</summary>
/// <param name="Error">Why no cell ran at all.</param>
public sealed record NotebookReport(string Path, string Title, IReadOnlyList<CellReport> Cells, TimeSpan Time, string? Error = null)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool Passed => Error is null && Cells.All(cell => cell.Status is not (CellStatus.Failed or CellStatus.NotRun));

    public int ChecksPassed => Cells.Sum(cell => cell.ChecksPassed);

    public int ChecksFailed => Cells.Sum(cell => cell.ChecksFailed);

    public int CellsRun => Cells.Count(cell => cell.Status is not (CellStatus.Skipped or CellStatus.NotRun));

    public CellFailure? Failure => Cells.FirstOrDefault(cell => cell.Status == CellStatus.Failed)?.Failure;
}

/// <summary>Where a run stands.</summary>
/// <param name="Printed">A line of text when a cell prints one; null when a cell starts or ends.</param>
public sealed record RunProgress(string Notebook, int Cell, int Cells, string? Printed);
