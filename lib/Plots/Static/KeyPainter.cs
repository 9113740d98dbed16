namespace CnnCourse.Plots;

/// <summary>What explains colours: the legend and the colour bar, right of the axes.</summary>
internal static class KeyPainter
{
    public static void Legend(Canvas canvas, Frame frame)
    {
        var (left, y) = (frame.Area.Right + 12, frame.Area.Y + 10);
        foreach (var entry in frame.Legend)
        {
            var right = left + PanelLayout.LegendMark;
            switch (entry.Mark)
            {
                case LegendMark.Line or LegendMark.DashedLine:
                    canvas.Stroke([(left, y), (right, y)], entry.Color, 2, entry.Mark == LegendMark.DashedLine ? Style.Dash : []);
                    break;
                case LegendMark.Dot:
                    canvas.Circle((left + right) / 2, y, 5, entry.Color, 0.75);
                    break;
                case LegendMark.Square:
                    canvas.Fill(new Rect((left + right) / 2 - 6, y - 6, 12, 12), entry.Color);
                    break;
            }
            canvas.Text(entry.Name, right + 6, y, Style.Small, Style.Ink, 0);
            y += Style.Small * 1.7;
        }
    }

    public static void ColorBar(Canvas canvas, Frame frame, ColorBar bar)
    {
        var area = frame.Area;
        var left = area.Right + Plots.ColorBar.Gap;
        for (var row = 0; row < (int)area.Height; row++)
            canvas.FillCell(new Rect(left, area.Bottom - row - 1, Plots.ColorBar.Thickness, 1), bar.Map.At(row / (area.Height - 1)));
        var range = new AxisRange(bar.Low, bar.High, false);
        foreach (var tick in bar.Ticks)
            canvas.Text(tick.Text, left + Plots.ColorBar.Thickness + 5, area.Bottom - range.Fraction(tick.Value) * area.Height, Style.Small, Style.Ink, 0);
        if (bar.Label is not null)
            canvas.Text(bar.Label, area.Right + bar.Width - Style.Text / 2, area.CenterY, Style.Text, Style.Ink, 0.5, isUpright: true);
    }
}
