namespace CnnCourse.Plots;

internal static class FigurePainter
{
    public static void Paint(Canvas canvas, FigureLayout layout)
    {
        var y = Style.Edge + Style.Title / 2;
        foreach (var line in layout.Title)
        {
            canvas.Text(line, Style.Edge, y, Style.Title, Style.Ink, 0, isBold: true);
            y += Style.Title * Style.LineHeight;
        }
        foreach (var frame in layout.Frames) Paint(canvas, frame);
        y = layout.CaptionTop + Style.Caption / 2;
        foreach (var line in layout.Caption)
        {
            canvas.Text(line, Style.Edge, y, Style.Caption, Style.Muted, 0);
            y += Style.Caption * Style.LineHeight;
        }
    }

    private static void Paint(Canvas canvas, Frame frame)
    {
        if (frame.Panel.Title is { } title)
            canvas.Text(title, frame.Area.CenterX, frame.Area.Y - 6 - Style.PanelTitle / 2, Style.PanelTitle, Style.Ink, 0.5);
        AxisPainter.Grid(canvas, frame);
        canvas.Clipped(frame.Area, () =>
        {
            foreach (var trace in frame.Panel.Traces) trace.Draw(canvas, frame);
        });
        AxisPainter.Axes(canvas, frame);
        foreach (var trace in frame.Panel.Traces) trace.DrawText(canvas, frame);
        if (PanelLayout.BarOf(frame.Panel) is { } bar) KeyPainter.ColorBar(canvas, frame, bar);
        KeyPainter.Legend(canvas, frame);
    }
}
