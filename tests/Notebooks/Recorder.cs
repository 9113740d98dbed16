using System.Text;

namespace CnnCourse.Notebooks.Tests;

/// <summary>A session and everything its cells showed.</summary>
internal sealed class Recorder(SessionOptions? options = null) : ICellSink, IDisposable
{
    private readonly Lock gate = new();
    private readonly StringBuilder printed = new();
    private readonly List<CellEvent> events = [];

    public Session Session { get; } = new(options);

    public Queue<string> Answers { get; } = [];

    public string Printed
    {
        get
        {
            lock (gate)
                return printed.ToString();
        }
    }

    public IReadOnlyList<CellEvent> Events
    {
        get
        {
            lock (gate)
                return [.. events];
        }
    }

    public void Publish(CellEvent shown)
    {
        lock (gate)
        {
            events.Add(shown);
            if (shown is CellEvent.Stream stream)
                printed.Append(stream.Text);
        }
    }

    public string? ReadLine(string prompt) => Answers.TryDequeue(out var answer) ? answer : null;

    public Task<CellResult> RunAsync(string code) => Session.RunAsync(code, this);

    public async Task<object?> ValueAsync(string code) => Assert.IsType<CellResult.Value>(await RunAsync(code)).Object;

    public async Task<CellError> ErrorAsync(string code) => Assert.IsType<CellResult.Failed>(await RunAsync(code)).Error;

    public void Dispose() => Session.Dispose();
}
