namespace CnnCourse.Plots;

/// <summary>A rectangle in pixels, y downwards.</summary>
internal readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double CenterX => X + Width / 2;
    public double CenterY => Y + Height / 2;

    public bool Overlaps(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Rect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>The largest rectangle of the given shape, centred in this one.</summary>
    public Rect WithAspect(double aspect)
    {
        var width = Math.Min(Width, Height * aspect);
        var height = width / aspect;
        return new(CenterX - width / 2, CenterY - height / 2, width, height);
    }
}
