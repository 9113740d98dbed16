namespace CnnCourse.Plots;

/// <summary>The look all figures share, in pixels.</summary>
internal static class Style
{
    public const string FontFamily = "DejaVu Sans, Verdana, sans-serif";
    public const double Title = 15, PanelTitle = 13, Text = 12, Small = 11, Caption = 12;
    public const double LineHeight = 1.4;
    public const double Edge = 12;

    public static readonly double[] Dash = [6, 4];
    public const string PlotlyDash = "6px,4px";

    public static Rgb Ink => new(34, 34, 34);
    public static Rgb Muted => new(85, 85, 85);
    public static Rgb Grid => new(230, 230, 230);
    public static Rgb AxisLine => new(150, 150, 150);
}
