using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>Times and rates in outputs, which another run would change. A cell whose subject they are is tagged <c>timing</c>.</summary>
internal static partial class TimeLint
{
    public static IEnumerable<(int Cell, string Message)> Check(Notebook notebook)
    {
        foreach (var (i, cell) in notebook.Cells.Index().Where(one => one.Item.Kind == CellKind.Code && !one.Item.Has("timing")))
            if (cell.Outputs.SelectMany(Texts).Select(text => Time().Match(text)).FirstOrDefault(found => found.Success) is { } time)
                yield return (i + 1, $"shows a time ('{time.Value}'), which differs from run to run: leave it out, or tag the cell timing.");
    }

    private static IEnumerable<string> Texts(Output output)
    {
        if (output is Output.Stream stream) yield return stream.Text;
        foreach (var type in (string[])["text/plain", "text/markdown", "text/html"])
            if (Bundle.Of(output)?.Text(type) is { } text) yield return text;
    }

    [GeneratedRegex(@"\d (?:s|sec|min|minutes?|hours?)\b|\d ?(?:ns|µs|μs|ms)\b|\.\d+s\b|\bseconds\b|\b\w{1,20}/s\b")]
    private static partial Regex Time();
}
