using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnCourse.Claims;

/// <summary>A number as it stands in a text: its value and how far it was rounded. A nought is nought, not anything below a half.</summary>
internal readonly partial record struct WrittenNumber(double Value, double HalfUnit)
{
    // 62.5 stands for 62 as well as for 63, and binary fractions are off by a hair.
    private const double Slack = 1e-9;

    /// <summary>The unsigned numbers of a text, in order. A comma ends a number.</summary>
    public static IEnumerable<WrittenNumber> In(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var exponent = match.Groups["exponent"] is { Success: true } e ? int.Parse(e.ValueSpan, CultureInfo.InvariantCulture) : 0;
            var lastPlace = exponent - match.Groups["decimals"].Length;
            var value = double.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
            yield return new(value, value == 0 ? 0 : 0.5 * Math.Pow(10, lastPlace));
        }
    }

    /// <summary>True where a number, rounded as this one is, gives this one.</summary>
    public bool StandsFor(double number) => Math.Abs(number - Value) <= HalfUnit * (1 + Slack);

    [GeneratedRegex(@"\d+(\.(?<decimals>\d+))?(e(?<exponent>[-+]?\d+))?")]
    private static partial Regex Number();
}
