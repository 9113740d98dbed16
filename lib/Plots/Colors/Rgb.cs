using System.Globalization;

namespace CnnCourse.Plots;

/// <summary>An sRGB colour, eight bits a channel.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White => new(255, 255, 255);

    /// <summary>Reads "#1f77b4" or "1f77b4".</summary>
    public static Rgb Hex(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.TrimStart('#');
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            throw new ArgumentException($"'{text}' is not a colour: write six hexadecimal digits, for example #0072B2.", nameof(text));
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The colour as plotly and CSS write it.</summary>
    public string Css => string.Create(CultureInfo.InvariantCulture, $"rgb({R},{G},{B})");

    /// <summary>Dark or white, whichever is easier to read on this colour.</summary>
    public Rgb Ink => Luminance > 0.25 ? new(34, 34, 34) : White;

    // WCAG 2: relative luminance. Above 0.18 black has the higher contrast; white still reads better on strong hues.
    private double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    private static double Linear(byte value) => value <= 10 ? value / 255.0 / 12.92 : Math.Pow((value / 255.0 + 0.055) / 1.055, 2.4);

    internal string CssWith(double alpha) =>
        string.Create(CultureInfo.InvariantCulture, $"rgba({R},{G},{B},{alpha:0.##})");

    /// <summary>This colour moved towards <paramref name="other"/> by <paramref name="amount"/> in 0..1.</summary>
    public Rgb Mix(Rgb other, double amount) =>
        new(Lerp(R, other.R, amount), Lerp(G, other.G, amount), Lerp(B, other.B, amount));

    private static byte Lerp(byte a, byte b, double t) => (byte)Math.Round(a + (b - a) * t);
}
