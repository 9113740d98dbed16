namespace CnnCourse.Notebooks;

/// <summary>Where a running cell's output goes. Called from the cell's thread, and from a timer for text.</summary>
public interface ICellSink
{
    void Publish(CellEvent shown);

    /// <summary>One line of input for <c>Console.ReadLine</c>; null means end of input.</summary>
    string? ReadLine(string prompt) =>
        throw new InvalidOperationException("This cell reads from the console, and nobody is there to answer: run it in Jupyter or VS Code.");
}
