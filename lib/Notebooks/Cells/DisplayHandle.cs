namespace CnnCourse.Notebooks.Cells;

/// <summary>Something on show, which can be replaced in place. Outside a cell it prints to the console instead.</summary>
public sealed class DisplayHandle
{
    private readonly CellContext? cell;

    internal DisplayHandle(CellContext? cell) => this.cell = cell;

    /// <summary>Unique over all kernels, because a client may still show displays of an earlier one.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Replaces what is shown, from this cell or from a later one.</summary>
    public void Update(object? value)
    {
        var bundle = Rendering.Render(value);
        if ((CellContext.Current ?? cell) is { } current)
            current.Publish(new CellEvent.Update(bundle, Id));
        else
            Print(bundle);
    }

    internal void Show(IReadOnlyDictionary<string, object> bundle)
    {
        if (cell is not null)
            cell.Publish(new CellEvent.Display(bundle, Id));
        else
            Print(bundle);
    }

    private static void Print(IReadOnlyDictionary<string, object> bundle) =>
        Console.WriteLine(bundle.GetValueOrDefault("text/plain") ?? bundle.Values.FirstOrDefault());
}
