using System.Text;

namespace CnnCourse.Notebooks;

/// <summary>Gathers small writes into stream events, at most one every 50 ms, without changing their order.</summary>
internal sealed class StreamBuffer : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);
    private const int Most = 1 << 16;
    private readonly ICellSink sink;
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly Timer timer;
    private string stream = "stdout";
    private bool isScheduled;

    public StreamBuffer(ICellSink sink)
    {
        this.sink = sink;
        using (ExecutionContext.SuppressFlow())
            timer = new Timer(static state => ((StreamBuffer)state!).Flush(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public void Write(string name, ReadOnlySpan<char> written)
    {
        lock (gate)
        {
            if (name != stream)
                Flush();
            stream = name;
            text.Append(written);
            if (text.Length >= Most)
                Flush();
            else if (!isScheduled)
                isScheduled = timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Flush()
    {
        lock (gate)
        {
            isScheduled = false;
            if (text.Length == 0)
                return;
            var written = text.ToString();
            text.Clear();
            sink.Publish(new CellEvent.Stream(stream, written));
        }
    }

    public void Dispose()
    {
        Flush();
        timer.Dispose();
    }
}
