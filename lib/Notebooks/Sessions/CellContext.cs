namespace CnnCourse.Notebooks;

/// <summary>The running cell, as seen by code that the cell calls, on whichever thread.</summary>
internal sealed class CellContext(ICellSink sink, CancellationToken token)
{
    private static readonly AsyncLocal<CellContext?> Ambient = new();

    public static CellContext? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public CancellationToken Token => token;

    public ICellSink Sink => sink;

    public StreamBuffer Streams { get; } = new(sink);

    public void Publish(CellEvent shown)
    {
        Streams.Flush();
        sink.Publish(shown);
    }
}
