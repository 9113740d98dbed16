namespace CnnCourse.Plots;

/// <summary>Puts a panel's axes into its cell, with room for exactly the labels it has.</summary>
internal static class PanelLayout
{
    public const double TickGap = 8, LegendMark = 26;

    public static Frame Place(Panel panel, Rect cell)
    {
        var x = panel.X.Resolve(panel.Traces.Select(t => t.Extent.X).OfType<(double, double)>());
        var y = panel.Y.Resolve(panel.Traces.Select(t => t.Extent.Y).OfType<(double, double)>());
        IReadOnlyList<LegendEntry> legend = [.. panel.Traces.SelectMany(t => t.Legend)];
        if (legend.Count < 2) legend = [];

        var top = panel.Title is null ? panel.Y.IsVisible ? Style.Small / 2 : 0 : Style.PanelTitle * Style.LineHeight + 6;
        var right = (legend.Count > 0 ? LegendWidth(legend) : 0) + (BarOf(panel) is { } bar ? bar.Width : 0);
        if (panel.X.IsVisible) right = Math.Max(right, 14);

        var yTicks = TicksOf(panel.Y, y, (int)Math.Clamp(cell.Height / 46, 2, 9), cell.Height / 15);
        var yWidth = panel.Y.IsVisible ? TextMetrics.Widest(yTicks.Select(t => t.Text), Style.Small) + TickGap : 0;
        var left = yWidth + (panel.Y.Label is null ? 0 : Style.Text + 8);

        var room = Math.Max(30, cell.Width - left - right);
        var xTicks = TicksOf(panel.X, x, (int)Math.Clamp(room / 64, 2, 10), room / 15);
        var slot = room / Math.Max(1, xTicks.Count);
        var widest = TextMetrics.Widest(xTicks.Select(t => t.Text), Style.Small);
        var isUpright = panel.X.Categories is not null && widest > slot - 6;
        var xHeight = panel.X.IsVisible ? (isUpright ? widest : Style.Small * 1.2) + TickGap : 0;
        var bottom = xHeight + (panel.X.Label is null ? 0 : Style.Text + 8);

        var area = new Rect(cell.X + left, cell.Y + top, room, Math.Max(30, cell.Height - top - bottom));
        if (panel.IsEqual) area = area.WithAspect((x.High - x.Low) / (y.High - y.Low));
        return new(panel, area, x, y)
        {
            XTicks = panel.X.IsVisible ? xTicks : [],
            YTicks = panel.Y.IsVisible ? yTicks : [],
            HasUprightNames = isUpright,
            XLabelOffset = xHeight,
            YLabelOffset = yWidth,
            Legend = legend,
        };
    }

    public static ColorBar? BarOf(Panel panel) => panel.Traces.Select(t => t.ColorBar).FirstOrDefault(b => b is not null);

    public static double LegendWidth(IReadOnlyList<LegendEntry> legend) =>
        12 + LegendMark + 8 + TextMetrics.Widest(legend.Select(e => e.Name), Style.Small);

    /// <summary>At most <paramref name="most"/> numbers, or as many names as have <paramref name="names"/> places.</summary>
    private static IReadOnlyList<Tick> TicksOf(Axis axis, AxisRange range, int most, double names)
    {
        if (axis.Categories is { } categories)
        {
            var skip = Math.Max(1, (int)Math.Ceiling(categories.Count / Math.Max(1, names)));
            return [.. categories.Index().Where(c => c.Index % skip == 0).Select(c => new Tick(c.Index, c.Item))];
        }
        return range.IsLog ? Ticks.Log(range.Low, range.High, most) : Ticks.Linear(range.Low, range.High, most);
    }
}
