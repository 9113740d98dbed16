namespace CnnCourse.Plots;

/// <summary>One pair of axes and what is drawn on it.</summary>
internal sealed record Panel(IReadOnlyList<Trace> Traces)
{
    public string? Title { get; init; }
    public Axis X { get; init; } = new();
    public Axis Y { get; init; } = new();

    /// <summary>One unit is as long across as down: pictures keep their shape.</summary>
    public bool IsEqual { get; init; }

    // The room it asks for in pixels: with its labels, or the axes alone where they are equal.
    public int Width { get; init; } = 640;
    public int Height { get; init; } = 360;

    public Panel Add(params IEnumerable<Trace> traces) => this with { Traces = [.. Traces, .. traces] };
}
