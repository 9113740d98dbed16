namespace CnnCourse.Plots;

/// <summary>Puts a panel's axes into its cell, with room for exactly the labels it has.</summary>
internal static class PanelLayout
{
    public const double TickGap = 8, LegendMark = 26;

    /// <summary>The width a panel asks for.</summary>
    public static double NaturalWidth(Panel panel) =>
        panel.IsEqual ? panel.Width + Measure(panel, panel.Width, panel.Height).Horizontal : panel.Width;

    /// <summary>The height a panel asks for in a cell of the given width.</summary>
    public static double NaturalHeight(Panel panel, double cellWidth)
    {
        if (!panel.IsEqual) return panel.Height;
        var width = Math.Min(panel.Width, cellWidth - Measure(panel, panel.Width, panel.Height).Horizontal);
        var height = panel.Height * width / panel.Width;
        return height + Measure(panel, width, height).Vertical;
    }

    public static Frame Place(Panel panel, Rect cell)
    {
        var rough = Measure(panel, cell.Width, cell.Height);
        var measured = Measure(panel, cell.Width - rough.Horizontal, cell.Height - rough.Vertical);
        var area = new Rect(
            cell.X + measured.Left, cell.Y + measured.Top, Math.Max(30, cell.Width - measured.Horizontal), Math.Max(30, cell.Height - measured.Vertical));
        if (panel.IsEqual) area = area.WithAspect((measured.X.High - measured.X.Low) / (measured.Y.High - measured.Y.Low));
        return new(panel, area, measured.X, measured.Y)
        {
            XTicks = measured.XTicks,
            YTicks = measured.YTicks,
            HasUprightNames = measured.HasUprightNames,
            XLabelOffset = measured.XTickHeight,
            YLabelOffset = measured.YTickWidth,
            Legend = measured.Legend,
        };
    }

    /// <summary>What surrounds axes of about the given size.</summary>
    private static Surroundings Measure(Panel panel, double width, double height)
    {
        var x = panel.X.Resolve(panel.Traces.Select(t => t.Extent.X).OfType<(double, double)>());
        var y = panel.Y.Resolve(panel.Traces.Select(t => t.Extent.Y).OfType<(double, double)>());
        IReadOnlyList<LegendEntry> legend = [.. panel.Traces.SelectMany(t => t.Legend)];
        if (legend.Count < 2) legend = [];

        var yTicks = TicksOf(panel.Y, y, (int)Math.Clamp(height / 40, 2, 9), height / 15);
        var isWhole = panel.Traces.Any(t => t.IsAtWholeX is true) && panel.Traces.All(t => t.IsAtWholeX is not false);
        var xTicks = TicksOf(panel.X, x, (int)Math.Clamp(width / 50, 2, 10), width / 15, leastStep: isWhole ? 1 : 0);
        var widest = TextMetrics.Widest(xTicks.Select(t => t.Text), Style.Small);
        var isUpright = panel.X.Categories is not null && widest > width / Math.Max(1, xTicks.Count) - 6;
        var right = (legend.Count > 0 ? LegendWidth(legend) : 0) + (BarOf(panel) is { } bar ? bar.Width : 0);
        return new(x, y, xTicks, yTicks, isUpright, legend)
        {
            Top = panel.Title is not null ? Style.PanelTitle * Style.LineHeight + 6 : panel.Y.IsVisible ? Style.Small / 2 : 0,
            Right = panel.X.IsVisible ? Math.Max(right, 14) : right,
            YTickWidth = panel.Y.IsVisible ? TextMetrics.Widest(yTicks.Select(t => t.Text), Style.Small) + TickGap : 0,
            XTickHeight = panel.X.IsVisible ? (isUpright ? widest : Style.Small * 1.2) + TickGap : 0,
            YLabelWidth = panel.Y.Label is null ? 0 : Style.Text + 8,
            XLabelHeight = panel.X.Label is null ? 0 : Style.Text + 8,
        };
    }

    public static ColorBar? BarOf(Panel panel) => panel.Traces.Select(t => t.ColorBar).FirstOrDefault(b => b is not null);

    private static double LegendWidth(IReadOnlyList<LegendEntry> legend) =>
        12 + LegendMark + 8 + TextMetrics.Widest(legend.Select(e => e.Name), Style.Small);

    /// <summary>At most <paramref name="most"/> numbers, or as many names as have <paramref name="names"/> places.</summary>
    private static IReadOnlyList<Tick> TicksOf(Axis axis, AxisRange range, int most, double names, double leastStep = 0)
    {
        if (!axis.IsVisible) return [];
        if (axis.Categories is { } categories)
        {
            var skip = Math.Max(1, (int)Math.Ceiling(categories.Count / Math.Max(1, names)));
            return [.. categories.Index().Where(c => c.Index % skip == 0).Select(c => new Tick(c.Index, c.Item))];
        }
        return range.IsLog ? Ticks.Log(range.Low, range.High, most) : Ticks.Linear(range.Low, range.High, most, leastStep);
    }
}
