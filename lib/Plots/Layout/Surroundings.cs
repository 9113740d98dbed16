namespace CnnCourse.Plots;

/// <summary>The ranges and labels of a panel, and the pixels they take on each side of its axes.</summary>
internal sealed record Surroundings(
    AxisRange X, AxisRange Y, IReadOnlyList<Tick> XTicks, IReadOnlyList<Tick> YTicks, bool HasUprightNames, IReadOnlyList<LegendEntry> Legend)
{
    public required double Top { get; init; }
    public required double Right { get; init; }
    public required double XTickHeight { get; init; }
    public required double YTickWidth { get; init; }
    public required double XLabelHeight { get; init; }
    public required double YLabelWidth { get; init; }

    public double Left => YTickWidth + YLabelWidth;
    public double Horizontal => Left + Right;
    public double Vertical => Top + XTickHeight + XLabelHeight;
}
