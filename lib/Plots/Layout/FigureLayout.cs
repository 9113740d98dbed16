namespace CnnCourse.Plots;

/// <summary>Where everything of a figure goes: title on top, panels in a grid, caption beneath. Both renderings use it.</summary>
internal sealed record FigureLayout(int Width, int Height, IReadOnlyList<string> Title, IReadOnlyList<string> Caption, IReadOnlyList<Frame> Frames)
{
    private const double Gap = 18, Widest = 960;

    public double CaptionTop => Height - Style.Edge / 2 - Caption.Count * Style.Caption * Style.LineHeight;

    public static FigureLayout Of(Figure figure)
    {
        var columns = Math.Min(figure.Columns, figure.Panels.Count);
        var rows = (figure.Panels.Count + columns - 1) / columns;
        double[] widths = [.. Enumerable.Range(0, columns).Select(c => Column(figure, c, columns).Max(PanelLayout.NaturalWidth))];
        var gaps = Gap * (columns - 1) + 2 * Style.Edge;
        var natural = widths.Sum();
        var shrink = ((figure.FixedWidth ?? Math.Min(Widest, natural + gaps)) - gaps) / natural;
        for (var c = 0; c < columns; c++) widths[c] *= shrink;
        double[] heights = [.. Enumerable.Range(0, rows).Select(r => Row(figure, r, columns).Index().Max(p => PanelLayout.NaturalHeight(p.Item, widths[p.Index])))];

        var width = figure.FixedWidth ?? (int)Math.Round(widths.Sum() + gaps);
        var title = TextMetrics.Wrap(figure.Title, Style.Title * 1.08, width - 2 * Style.Edge);
        var caption = TextMetrics.Wrap(figure.Caption, Style.Caption, width - 2 * Style.Edge);
        var top = title.Count == 0 ? Style.Edge : Style.Edge + title.Count * Style.Title * Style.LineHeight + 6;
        var bottom = caption.Count == 0 ? Style.Edge / 2 : Style.Edge + caption.Count * Style.Caption * Style.LineHeight;
        var rowGaps = Gap / 2 * (rows - 1);
        if (figure.FixedHeight is { } height)
        {
            var stretch = Math.Max(40 * rows, height - top - bottom - rowGaps) / heights.Sum();
            for (var r = 0; r < rows; r++) heights[r] *= stretch;
        }
        var frames = figure.Panels.Select((panel, i) =>
        {
            var (r, c) = (i / columns, i % columns);
            var cell = new Rect(Style.Edge + widths.Take(c).Sum() + c * Gap, top + heights.Take(r).Sum() + r * Gap / 2, widths[c], heights[r]);
            return PanelLayout.Place(panel, cell);
        });
        return new(width, figure.FixedHeight ?? (int)Math.Round(top + heights.Sum() + rowGaps + bottom), title, caption, [.. frames]);
    }

    private static IEnumerable<Panel> Column(Figure figure, int column, int columns) =>
        figure.Panels.Where((_, i) => i % columns == column);

    private static IEnumerable<Panel> Row(Figure figure, int row, int columns) =>
        figure.Panels.Skip(row * columns).Take(columns);
}
