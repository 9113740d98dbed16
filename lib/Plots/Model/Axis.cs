namespace CnnCourse.Plots;

/// <summary>What one axis shows; what is null is worked out from the data.</summary>
internal sealed record Axis
{
    public string? Label { get; init; }
    public bool IsLog { get; init; }
    public bool IsReversed { get; init; }
    public bool IsVisible { get; init; } = true;
    public bool HasGrid { get; init; } = true;
    public double? Low { get; init; }
    public double? High { get; init; }

    /// <summary>Names at 0, 1, 2, ...; null for numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The axis ends exactly where the data does (pictures, heat maps, lines along x).</summary>
    public bool IsTight { get; init; }

    /// <summary>Room beyond the data at either end, as a share of their range.</summary>
    public double Pad { get; init; } = 0.05;

    /// <summary>Zero is part of the range (bars).</summary>
    public bool FromZero { get; init; }

    public AxisRange Resolve(IEnumerable<(double Low, double High)> data)
    {
        var (low, high) = Extent.Of(data.SelectMany(d => new[] { d.Low, d.High }).Where(v => !IsLog || v > 0)) ?? (IsLog ? (1, 10) : (0, 1));
        if (IsLog) return LogRange(low, high);
        if (FromZero) (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (low == high) (low, high) = low == 0 ? (-1, 1) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        var pad = IsTight ? 0 : Pad * (high - low);
        var padLow = FromZero && low == 0 ? 0 : pad;
        var padHigh = FromZero && high == 0 ? 0 : pad;
        return new(Low ?? low - padLow, High ?? high + padHigh, false);
    }

    private AxisRange LogRange(double low, double high)
    {
        if (low == high) (low, high) = (low / 3, high * 3);
        var pad = IsTight ? 1 : Math.Pow(high / low, Pad);
        return new(Low ?? low / pad, High ?? high * pad, true);
    }
}

/// <summary>A resolved range, in data units.</summary>
internal readonly record struct AxisRange(double Low, double High, bool IsLog)
{
    /// <summary>Where <paramref name="value"/> lies, 0 at the low end and 1 at the high end.</summary>
    public double Fraction(double value) => IsLog
        ? value > 0 ? Math.Log(value / Low) / Math.Log(High / Low) : double.NaN
        : (value - Low) / (High - Low);
}
