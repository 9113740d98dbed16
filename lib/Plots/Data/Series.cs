namespace CnnCourse.Plots;

/// <summary>A named curve: y over x, with an optional band from <see cref="Low"/> to <see cref="High"/>. NaN is a gap.</summary>
public sealed record Series
{
    private Series(string name, double[] x, double[] y)
    {
        Checks.SameLength(x.Length, y.Length, $"x of series '{name}'", "y");
        (Name, X, Y) = (name, x, y);
    }

    public string Name { get; }
    public IReadOnlyList<double> X { get; private init; }
    public IReadOnlyList<double> Y { get; private init; }
    public IReadOnlyList<double>? Low { get; private init; }
    public IReadOnlyList<double>? High { get; private init; }
    public bool IsDashed { get; private init; }
    public bool HasMarkers { get; private init; }
    public bool IsStepped { get; private init; }
    public Rgb? Color { get; private init; }

    /// <summary>A curve over 0, 1, 2, ... or over <paramref name="start"/>, <paramref name="start"/> + 1, ...</summary>
    public static Series Of(string name, IEnumerable<double> y, int start = 0)
    {
        var values = Checks.Values(y, $"Series '{name}'");
        return new(name, [.. Enumerable.Range(start, values.Length).Select(i => (double)i)], values);
    }

    public static Series Of(string name, IEnumerable<double> x, IEnumerable<double> y) =>
        new(name, Checks.Values(x, $"x of series '{name}'"), Checks.Values(y, $"Series '{name}'"));

    /// <summary>The mean over runs that differ only by their seed, with the band from the lowest to the highest run.</summary>
    public static Series OverSeeds(string name, IEnumerable<double> x, IReadOnlyList<IReadOnlyList<double>> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var values = Checks.Rectangle(runs, $"Series '{name}' (one row a seed)");
        double[][] columns = [.. Enumerable.Range(0, values.GetLength(1)).Select(c => runs.Select(run => run[c]).ToArray())];
        return Of(name, x, columns.Select(c => c.Average()))
            .WithBand(columns.Select(c => c.Min()), columns.Select(c => c.Max()));
    }

    public Series WithBand(IEnumerable<double> low, IEnumerable<double> high)
    {
        var (lows, highs) = (Checks.Values(low, $"The lower band of '{Name}'"), Checks.Values(high, $"The upper band of '{Name}'"));
        Checks.SameLength(lows.Length, Y.Count, $"The lower band of '{Name}'", "the series");
        Checks.SameLength(highs.Length, Y.Count, $"The upper band of '{Name}'", "the series");
        return this with { Low = lows, High = highs };
    }

    /// <summary>Every k-th point only, with the smallest k that leaves no more than <paramref name="most"/>.</summary>
    public Series Thinned(int most = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var k = (X.Count + most - 1) / most;
        return k <= 1 ? this : this with { X = Every(X, k)!, Y = Every(Y, k)!, Low = Every(Low, k), High = Every(High, k) };
    }

    private static double[]? Every(IReadOnlyList<double>? values, int k) => values is null ? null : [.. values.Where((_, i) => i % k == 0)];

    public Series Dashed() => this with { IsDashed = true };

    /// <summary>Draws a dot at every point.</summary>
    public Series Marked() => this with { HasMarkers = true };

    /// <summary>Holds each value until the next x, as schedules and precision-recall curves do.</summary>
    public Series Stepped() => this with { IsStepped = true };

    public Series In(Rgb color) => this with { Color = color };
}
