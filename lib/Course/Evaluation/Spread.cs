using System.Globalization;

namespace CnnCourse.Evaluation;

/// <summary>What runs that differ only by their seed came to.</summary>
public sealed record Spread
{
    /// <param name="runs">A result for each seed.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public Spread(params IReadOnlyList<double> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count == 0) throw new ArgumentException("a spread is over at least one run", nameof(runs));
        Runs = runs;
    }

    /// <summary>In the order of the seeds.</summary>
    public IReadOnlyList<double> Runs { get; }

    /// <summary>The mean of the runs.</summary>
    public double Mean => Runs.Average();

    /// <summary>The lowest run.</summary>
    public double Low => Runs.Min();

    /// <summary>The highest run.</summary>
    public double High => Runs.Max();

    /// <summary>Half the way from the lowest run to the highest.</summary>
    public double HalfRange => (High - Low) / 2;

    /// <summary>The mean and half the range, of shares: "81.2 ± 0.5 %".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{100 * Mean:0.0} ± {100 * HalfRange:0.0} %");
}
