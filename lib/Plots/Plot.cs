namespace CnnCourse.Plots;

/// <summary>Makes figures. Compute first, then draw: everything here takes plain numbers and returns a <see cref="Figure"/>.</summary>
public static partial class Plot
{
    /// <summary>Curves in one pair of axes: learning curves, schedules, precision-recall.</summary>
    public static Figure Line(params IReadOnlyList<Series> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Checks.NotEmpty(series, "series");
        return new(new Panel([.. series.Select((s, i) => new LineTrace(s, s.Color ?? Palette.At(i)))])
        {
            X = new() { IsTight = series.All(s => !s.HasMarkers && s.X.Count > 1) },
        });
    }

    public static Figure Line(IEnumerable<double> y) => Line(Series.Of("", y));

    public static Figure Line(IEnumerable<double> x, IEnumerable<double> y) => Line(Series.Of("", x, y));

    /// <summary>Points in groups; with sizes, bubbles (speed against accuracy).</summary>
    public static Figure Scatter(params IReadOnlyList<PointGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Checks.NotEmpty(groups, "group of points");
        var hasBubbles = groups.Any(g => g.Sizes is not null);
        var axis = new Axis { Pad = hasBubbles ? 0.1 : 0.05 };
        var largest = groups.SelectMany(g => g.Sizes ?? []).DefaultIfEmpty(1).Max();
        return new(new Panel([.. groups.Select((g, i) => new PointTrace(g, g.Color ?? Palette.At(i), largest))]) { X = axis, Y = axis });
    }

    public static Figure Scatter(IEnumerable<double> x, IEnumerable<double> y) => Scatter(PointGroup.Of("", x, y));

    /// <summary>Figures side by side.</summary>
    public static Figure Row(params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Subplots(figures.Count, figures);
    }

    /// <summary>Figures in rows of <paramref name="columns"/>; each title moves above its panel, captions are joined beneath.</summary>
    public static Figure Subplots(int columns, params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Checks.NotEmpty(figures, "figure");
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (figures.FirstOrDefault(f => f.Panels.Count > 1) is { } nested)
            throw new ArgumentException($"'{nested.Title}' already has {nested.Panels.Count} panels: put all panels into one call.", nameof(figures));
        var caption = string.Join(" ", figures.Select(f => f.Caption).Where(c => !string.IsNullOrWhiteSpace(c)));
        var whole = new Figure([.. figures.Select(Part)]) { Columns = columns };
        return caption.Length > 0 ? whole.WithCaption(caption) : whole;
    }

    private static Panel Part(Figure figure)
    {
        var panel = figure.Panels[0];
        return panel with
        {
            Title = figure.Title ?? panel.Title,
            Width = figure.FixedWidth ?? (panel.IsEqual ? panel.Width : Math.Min(panel.Width, 440)),
            Height = figure.FixedHeight ?? panel.Height,
        };
    }
}
