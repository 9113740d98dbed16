namespace CnnCourse.Plots;

/// <summary>Words centred at a point of the axes, made smaller and cut to fit <paramref name="MaxWidth"/> (in units of x) where it is given.</summary>
internal sealed record TextTrace(double X, double Y, string Text, double? MaxWidth = null) : Trace
{
    private const double Smallest = 8;

    public override void Write(PlotlyPanel plotly)
    {
        var (text, size) = Fitted(plotly.Frame);
        plotly.Note(text, X, Y, size, Style.Ink);
    }

    public override void Draw(Canvas canvas, Frame frame)
    {
    }

    public override void DrawText(Canvas canvas, Frame frame)
    {
        var (text, size) = Fitted(frame);
        canvas.Text(text, frame.PixelX(X), frame.PixelY(Y), size, Style.Ink, 0.5);
    }

    private (string Text, double Size) Fitted(Frame frame)
    {
        if (MaxWidth is not { } units) return (Text, Style.Small);
        var room = units * frame.Scale;
        var size = Math.Round(Math.Clamp(Style.Small * room / Math.Max(1, TextMetrics.Width(Text, Style.Small)), Smallest, Style.Small), 1);
        return (TextMetrics.Fit(Text, size, room), size);
    }
}
