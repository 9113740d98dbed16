using System.Diagnostics;
using System.Globalization;

namespace CnnCourse.Training;

/// <summary>
/// Shows a run in one place: a line for each epoch that is over, and below them, while it runs, a bar with rate and time left.
/// What stays at the end holds no times, so that the same run leaves the same text.
/// </summary>
/// <param name="name">Stands before every line; for runs that are compared.</param>
public sealed class TrainingBar(string? name = null) : IProgress<TrainingProgress>
{
    private const int Width = 24;
    private static readonly TimeSpan betweenUpdates = TimeSpan.FromSeconds(0.25);

    private readonly List<string> lines = [];
    private LiveLine live = new();
    private (long Time, double Done) start;
    private long shown;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (start.Time == 0) start = (Stopwatch.GetTimestamp(), value.Done);
        if (value.Finished is { } epoch) End(epoch.ToString());
        else if (value.IsStopped) End(string.Create(CultureInfo.InvariantCulture, $"stopped in epoch {value.Epoch} of {value.Epochs}"));
        else if (Stopwatch.GetElapsedTime(shown) >= betweenUpdates) Show(Bar(value));
        if (value.IsStopped || value.Done >= 1) Reset();
    }

    /// <summary>The line of a run under way.</summary>
    /// <param name="now">How far it is.</param>
    /// <param name="from">The share that was done when the clock started.</param>
    /// <param name="elapsed">Time since then.</param>
    public static string Bar(TrainingProgress now, double from, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(now);
        var full = (int)(now.Done * Width);
        var bar = new string('█', full).PadRight(Width, '░');
        var left = now.Done > from ? Clock(elapsed * ((1 - now.Done) / (now.Done - from))) : "?";
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {now.Epoch} of {now.Epochs}  {bar}  {now.Done:0%}  loss {now.Loss:0.0000}  {now.ImagesPerSecond:N0} images/s  {left} left");
    }

    private static string Clock(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    private string Bar(TrainingProgress now) => Bar(now, start.Done, Stopwatch.GetElapsedTime(start.Time));

    private string Named(string line) => name is null ? line : $"{name}, {line}";

    private void End(string line)
    {
        lines.Add(Named(line));
        Show(null);
    }

    // A notebook replaces an output of many lines; a terminal only its last line.
    private void Show(string? bar)
    {
        shown = Stopwatch.GetTimestamp();
        if (LiveLine.Display is not null)
        {
            live.Update(string.Join('\n', bar is null ? lines : lines.Append(Named(bar))));
            return;
        }
        if (bar is not null)
        {
            live.Update(Named(bar));
            return;
        }
        live.End(lines[^1]);
        live = new();
    }

    private void Reset()
    {
        lines.Clear();
        (live, start, shown) = (new(), default, 0);
    }
}
