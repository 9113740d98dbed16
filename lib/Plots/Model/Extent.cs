namespace CnnCourse.Plots;

/// <summary>The data range a trace needs on each axis; null where it asks for nothing.</summary>
internal readonly record struct Extent((double Low, double High)? X, (double Low, double High)? Y)
{
    /// <summary>Lowest and highest finite value, or null when there is none.</summary>
    public static (double Low, double High)? Of(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return low <= high ? (low, high) : null;
    }
}
