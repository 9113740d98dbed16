namespace CnnCourse.Plots;

/// <summary>A rectangle over a picture, in its pixels: (0, 0) is the top left corner of the top left pixel.</summary>
public sealed record Box(double X1, double Y1, double X2, double Y2, string? Label = null)
{
    /// <summary>Null takes the palette's colour for the label, the same for equal labels.</summary>
    public Rgb? Color { get; init; }

    public bool IsDashed { get; init; }
}
