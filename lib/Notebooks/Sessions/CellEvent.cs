namespace CnnCourse.Notebooks;

/// <summary>Something a running cell shows, in the order it was shown.</summary>
public abstract record CellEvent
{
    private CellEvent() { }

    /// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
    public sealed record Stream(string Name, string Text) : CellEvent;

    /// <param name="Bundle">MIME type to text, base64 text or JSON node.</param>
    public sealed record Display(IReadOnlyDictionary<string, object> Bundle, string Id) : CellEvent;

    public sealed record Update(IReadOnlyDictionary<string, object> Bundle, string Id) : CellEvent;

    public sealed record Clear(bool Wait) : CellEvent;

    public sealed record Checked(bool Holds, string What) : CellEvent;
}
