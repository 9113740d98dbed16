namespace CnnCourse.Plots;

/// <summary>The key of a heat map: its colours beside their numbers.</summary>
internal sealed record ColorBar(ColorMap Map, double Low, double High, string? Label)
{
    public const double Gap = 12, Thickness = 14;

    public IReadOnlyList<Tick> Ticks => Plots.Ticks.Linear(Low, High, 6);

    public double Width => Gap + Thickness + 8 + TextMetrics.Widest(Ticks.Select(t => t.Text), Style.Small) + (Label is null ? 0 : Style.Text + 10);
}
