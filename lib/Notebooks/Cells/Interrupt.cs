namespace CnnCourse.Notebooks.Cells;

/// <summary>What long-running library code asks to find out whether its cell was told to stop.</summary>
public static class Interrupt
{
    /// <summary>Cancelled when the running cell is interrupted; never cancelled outside a cell.</summary>
    public static CancellationToken Token => CellContext.Current?.Token ?? CancellationToken.None;
}
