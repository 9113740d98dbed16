using System.Globalization;

namespace CnnCourse.Plots;

internal readonly record struct Tick(double Value, string Text);

/// <summary>Round tick positions: steps of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>The smallest round step that needs at most <paramref name="most"/> ticks.</summary>
    public static double Step(double span, int most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / Math.Max(1, most - 1))));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
            if (Math.Floor(span / (factor * power) + 1e-9) < most) return factor * power;
        return 10 * power;
    }

    public static IReadOnlyList<Tick> Linear(double low, double high, int most, double leastStep = 0)
    {
        if (!(high > low)) return [new(low, Label(low, 1, low))];
        var step = Math.Max(Step(high - low, most), leastStep);
        var first = (long)Math.Ceiling(low / step - 1e-9);
        var last = (long)Math.Floor(high / step + 1e-9);
        var reach = Math.Max(Math.Abs(low), Math.Abs(high));
        var ticks = new List<Tick>();
        for (var i = first; i <= last; i++) ticks.Add(new(Round(i * step), Label(i * step, step, reach)));
        return ticks;
    }

    /// <summary>Powers of ten; 2 and 5 between them when fewer than three powers fit.</summary>
    public static IReadOnlyList<Tick> Log(double low, double high, int most)
    {
        var first = (int)Math.Ceiling(Math.Log10(low) - 1e-9);
        var last = (int)Math.Floor(Math.Log10(high) + 1e-9);
        var skip = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)most));
        double[] factors = Math.Log10(high / low) < 2.5 ? [1, 2, 5] : [1];
        return
        [
            .. from power in Enumerable.Range(first - 1, last - first + 2) // 2 and 5 may come before the first power
               where (power - first) % skip == 0
               from factor in factors
               let value = Round(factor * Math.Pow(10, power))
               where value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)
               select new Tick(value, Number(value)),
        ];
    }

    /// <summary>A number as a tick shows it: 0.01, 250, 20k, 60M, 1e-05.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e12 or < 1e-4 => value.ToString("0.##e-00", CultureInfo.InvariantCulture),
        >= 1e9 => Scaled(value, 1e9, "G"),
        >= 1e6 => Scaled(value, 1e6, "M"),
        >= 1e4 => Scaled(value, 1e3, "k"),
        _ => Minus(value.ToString("0.######", CultureInfo.InvariantCulture)),
    };

    private static string Label(double value, double step, double reach)
    {
        if (Math.Abs(value) < step * 1e-6) return "0";
        if (reach >= 1e4 || reach < 1e-3) return Number(Round(value));
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 8);
        return Minus(value.ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    private static string Scaled(double value, double unit, string suffix) =>
        Minus((value / unit).ToString("0.###", CultureInfo.InvariantCulture)) + suffix;

    private static string Minus(string text) => text.Replace('-', '\u2212');

    private static double Round(double value) => value == 0 ? 0 : double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
