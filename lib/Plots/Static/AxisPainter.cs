namespace CnnCourse.Plots;

internal static class AxisPainter
{
    private const double TickLength = 4;

    public static void Grid(Canvas canvas, Frame frame)
    {
        var area = frame.Area;
        if (frame.Panel.X.HasGrid)
            foreach (var tick in frame.XTicks) canvas.HairLine(frame.PixelX(tick.Value), area.Y, frame.PixelX(tick.Value), area.Bottom, Style.Grid);
        if (frame.Panel.Y.HasGrid)
            foreach (var tick in frame.YTicks) canvas.HairLine(area.X, frame.PixelY(tick.Value), area.Right, frame.PixelY(tick.Value), Style.Grid);
    }

    public static void Axes(Canvas canvas, Frame frame)
    {
        if (frame.Panel.X.IsVisible) XAxis(canvas, frame);
        if (frame.Panel.Y.IsVisible) YAxis(canvas, frame);
    }

    private static void XAxis(Canvas canvas, Frame frame)
    {
        var area = frame.Area;
        canvas.HairLine(area.X, area.Bottom, area.Right, area.Bottom, Style.AxisLine);
        foreach (var tick in frame.XTicks)
        {
            var x = frame.PixelX(tick.Value);
            canvas.HairLine(x, area.Bottom, x, area.Bottom + TickLength, Style.AxisLine);
            if (frame.HasUprightNames) canvas.Text(tick.Text, x, area.Bottom + PanelLayout.TickGap, Style.Small, Style.Ink, 1, isUpright: true);
            else canvas.Text(tick.Text, x, area.Bottom + PanelLayout.TickGap + Style.Small / 2, Style.Small, Style.Ink, 0.5);
        }
        if (frame.Panel.X.Label is { } label)
            canvas.Text(label, area.CenterX, area.Bottom + frame.XLabelOffset + Style.Text / 2 + 4, Style.Text, Style.Ink, 0.5);
    }

    private static void YAxis(Canvas canvas, Frame frame)
    {
        var area = frame.Area;
        canvas.HairLine(area.X, area.Y, area.X, area.Bottom, Style.AxisLine);
        foreach (var tick in frame.YTicks)
        {
            var y = frame.PixelY(tick.Value);
            canvas.HairLine(area.X - TickLength, y, area.X, y, Style.AxisLine);
            canvas.Text(tick.Text, area.X - PanelLayout.TickGap + 1, y, Style.Small, Style.Ink, 1);
        }
        if (frame.Panel.Y.Label is { } label)
            canvas.Text(label, area.X - frame.YLabelOffset - Style.Text / 2 - 4, area.CenterY, Style.Text, Style.Ink, 0.5, isUpright: true);
    }
}
