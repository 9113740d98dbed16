using System.Diagnostics;

namespace CnnCourse.Notebooks;

/// <summary>The running cell, as seen by code that the cell calls, on whichever thread.</summary>
internal sealed class CellContext : ICellSink
{
    private static readonly AsyncLocal<CellContext?> Ambient = new();
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(100);
    private readonly ICellSink sink;
    private long askedToStop;

    public CellContext(ICellSink sink, CancellationToken token)
    {
        this.sink = sink;
        Token = token;
        Streams = new StreamBuffer(new OutsideCells(sink));
        token.Register(() => askedToStop = Stopwatch.GetTimestamp());
    }

    public static CellContext? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public CancellationToken Token { get; }

    public StreamBuffer Streams { get; }

    public void Publish(CellEvent shown)
    {
        Streams.Flush();
        new OutsideCells(sink).Publish(shown);
    }

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        EndIfAsked();
        Streams.Write(stream, text);
    }

    public string? ReadLine(string prompt)
    {
        Streams.Flush();
        return sink.ReadLine(prompt);
    }

    /// <summary>
    /// An endless loop that prints ends here, where it holds nothing, not wherever a tear-down would catch it.
    /// Once only, and not at once, so that code which stops by itself can still say so.
    /// </summary>
    private void EndIfAsked()
    {
        if (Volatile.Read(ref askedToStop) is not 0 and var since && Stopwatch.GetElapsedTime(since) > Courtesy)
        {
            Volatile.Write(ref askedToStop, 0);
            Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A sink that itself writes to the console must not find its own text coming back.</summary>
    private sealed class OutsideCells(ICellSink sink) : ICellSink
    {
        public void Publish(CellEvent shown)
        {
            var cell = Current;
            Current = null;
            try
            {
                sink.Publish(shown);
            }
            finally
            {
                Current = cell;
            }
        }
    }
}
