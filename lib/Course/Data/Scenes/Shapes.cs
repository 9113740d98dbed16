namespace CnnCourse.Data;

/// <summary>The drawn classes: signed distances to their outlines, inside negative, in the circle of radius 1; y points down.</summary>
internal static class Shapes
{
    /// <summary>Names and distances; garments come after them.</summary>
    public static readonly (string Name, Func<float, float, float> Distance)[] All =
    [
        ("disc", (x, y) => Length(x, y) - 0.85f),
        ("triangle", (x, y) => Star(x, y, 3, 0.5f)),
        ("square", (x, y) => Star(x, y, 4, 0.70710678f)),
        ("star", (x, y) => Star(x, y, 5, 0.42f)),
        ("cross", (x, y) => Cross(MathF.Abs(x), MathF.Abs(y), 0.93f, 0.32f)),
        ("ring", (x, y) => MathF.Abs(Length(x, y) - 0.67f) - 0.23f),
    ];

    private static float Length(float x, float y) => MathF.Sqrt(x * x + y * y);

    private static float Cross(float x, float y, float length, float half) =>
        MathF.Max(MathF.Max(x, y) - length, MathF.Min(x, y) - half);

    // Points at radius 1, notches between them; a notch at cos(π/points) makes a regular polygon.
    private static float Star(float x, float y, int points, float notch)
    {
        var sector = MathF.Tau / points;
        var angle = MathF.Atan2(x, -y);                              // 0 at the top point
        angle = MathF.Abs(angle - sector * MathF.Round(angle / sector));
        var (radius, half) = (Length(x, y), sector / 2);
        var (px, py) = (radius * MathF.Cos(angle), radius * MathF.Sin(angle));
        var (nx, ny) = (notch * MathF.Cos(half), notch * MathF.Sin(half));   // the edge runs from (1, 0) to the notch
        var (ex, ey) = (nx - 1, ny);
        return (px - 1) * (ey / Length(ex, ey)) - py * (ex / Length(ex, ey));
    }
}
