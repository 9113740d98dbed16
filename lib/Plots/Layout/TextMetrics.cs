using System.Text;

namespace CnnCourse.Plots;

/// <summary>Widths of DejaVu Sans, kept here so that a layout is the same on every machine, with or without the font.</summary>
internal static class TextMetrics
{
    // Advance widths of U+0020..U+007E in hundredths of the font size.
    private static readonly byte[] Ascii =
    [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
        100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50,
        50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    ];

    public static double Width(string text, double size) => text.Sum(c => c is >= ' ' and <= '~' ? Ascii[c - ' '] : 84) * size / 100;

    public static double Widest(IEnumerable<string> texts, double size) => texts.Select(t => Width(t, size)).DefaultIfEmpty(0).Max();

    /// <summary>Breaks at spaces (and given line ends) so that no line is wider than <paramref name="width"/>.</summary>
    public static IReadOnlyList<string> Wrap(string? text, double size, double width)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && Width($"{line} {word}", size) > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
            lines.Add(line.ToString());
        }
        return lines;
    }

    /// <summary>The text, cut with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size) > width) length--;
        return text[..length].TrimEnd() + "…";
    }
}
