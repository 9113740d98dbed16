using System.Globalization;

namespace CnnCourse.Plots;

public static partial class Plot
{
    private const double GroupWidth = 0.8;

    /// <summary>One bar per category.</summary>
    /// <param name="valueFormat">Writes each value at its bar, for example "0.0" or "N0"; null writes none.</param>
    public static Figure Bar(IEnumerable<string> categories, IEnumerable<double> values, string? valueFormat = null, bool horizontal = false) =>
        Bar(categories, [BarSeries.Of("", values)], valueFormat, horizontal);

    /// <summary>Bars of several series side by side in each category.</summary>
    public static Figure Bar(IEnumerable<string> categories, IReadOnlyList<BarSeries> series, string? valueFormat = null, bool horizontal = false)
    {
        string[] names = [.. categories];
        Checks.NotEmpty(names, "category");
        Checks.NotEmpty(series, "bar series");
        foreach (var one in series) Checks.SameLength(one.Values.Count, names.Length, $"Bar series '{one.Name}'", "the list of categories");

        var width = GroupWidth / series.Count;
        var traces = series.Select((s, k) => new BarTrace(s.Name, [.. names.Select((_, i) => i + (k - (series.Count - 1) / 2.0) * width)], s.Values, width * 0.94, names)
        {
            Color = s.Color ?? Palette.At(k),
            IsHorizontal = horizontal,
            Errors = s.Errors,
            Labels = valueFormat is null ? null : [.. s.Values.Select(v => Written(v, valueFormat))],
        });
        var ofNames = new Axis { Categories = names, HasGrid = false, IsReversed = horizontal, IsTight = true, Low = -0.5, High = names.Length - 0.5 };
        var ofValues = new Axis { FromZero = true };
        return new(new Panel([.. traces])
        {
            X = horizontal ? ofValues : ofNames,
            Y = horizontal ? ofNames : ofValues,
            Height = horizontal ? Math.Max(180, 60 + names.Length * Math.Max(24, 18 * series.Count)) : 360,
        });
    }

    /// <summary>How often values fall into each of <paramref name="bins"/> equal intervals; several groups share the intervals. NaN is left out.</summary>
    public static Figure Histogram(int bins, params IReadOnlyList<(string Name, IEnumerable<double> Values)> groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Checks.NotEmpty(groups, "group of values");
        double[][] values = [.. groups.Select(g => Checks.Values(g.Values, $"Group '{g.Name}'").Where(double.IsFinite).ToArray())];
        if (values.Any(v => v.Length == 0)) throw new ArgumentException("A group has no finite value: there is nothing to count.", nameof(groups));
        var (low, high) = Extent.Of(values.SelectMany(v => v))!.Value;
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var width = (high - low) / bins;
        double[] middles = [.. Enumerable.Range(0, bins).Select(i => low + (i + 0.5) * width)];
        string[] names = [.. middles.Select(m => $"{Ticks.Number(Math.Round(m - width / 2, 4))} – {Ticks.Number(Math.Round(m + width / 2, 4))}")];
        var traces = values.Select((v, i) => new BarTrace(groups[i].Name, middles, Counts(v, low, width, bins), width * 0.98, names)
        {
            Color = Palette.At(i),
            Opacity = values.Length > 1 ? 0.6 : 1,
        });
        return new(new Panel([.. traces]) { X = new() { IsTight = true, HasGrid = false }, Y = new() { FromZero = true, Label = "count" } });
    }

    public static Figure Histogram(IEnumerable<double> values, int bins = 30) => Histogram(bins, ("", values));

    private static double[] Counts(double[] values, double low, double width, int bins)
    {
        var counts = new double[bins];
        foreach (var value in values) counts[Math.Min((int)((value - low) / width), bins - 1)]++;
        return counts;
    }

    // What rounds to zero has no sign.
    private static string Written(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        var isZero = value < 0 && text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9');
        return isZero ? 0.0.ToString(format, CultureInfo.InvariantCulture) : text;
    }
}
