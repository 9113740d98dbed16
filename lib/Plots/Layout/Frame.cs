namespace CnnCourse.Plots;

/// <summary>A panel's place: where its axes lie on the page, and what range they show.</summary>
internal sealed record Frame(Panel Panel, Rect Area, AxisRange X, AxisRange Y)
{
    public IReadOnlyList<Tick> XTicks { get; init; } = [];
    public IReadOnlyList<Tick> YTicks { get; init; } = [];

    /// <summary>Category names are written upwards because they are too wide side by side.</summary>
    public bool HasUprightNames { get; init; }

    /// <summary>Distance of the y label and of the x label from the area.</summary>
    public double YLabelOffset { get; init; }
    public double XLabelOffset { get; init; }

    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>Pixels per unit along x, for text that must fit a picture.</summary>
    public double Scale => Area.Width / (X.High - X.Low);

    public double PixelX(double x) => Area.X + Area.Width * (Panel.X.IsReversed ? 1 - X.Fraction(x) : X.Fraction(x));

    public double PixelY(double y) => Area.Y + Area.Height * (Panel.Y.IsReversed ? Y.Fraction(y) : 1 - Y.Fraction(y));

    public Rect Pixels(double x, double y, double width, double height)
    {
        var (x1, x2) = (PixelX(x), PixelX(x + width));
        var (y1, y2) = (PixelY(y), PixelY(y + height));
        return new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1));
    }
}

internal enum LegendMark { Line, DashedLine, Dot, Square }

internal sealed record LegendEntry(string Name, Rgb Color, LegendMark Mark);
