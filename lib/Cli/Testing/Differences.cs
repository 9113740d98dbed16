using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Testing;

/// <summary>What two executions of one notebook left, cell by cell. Numbers of cells do not count, nor do cells tagged <c>timing</c>.</summary>
internal static partial class Differences
{
    private const int MostShown = 120;

    /// <summary>The first difference in words, or null.</summary>
    public static string? Between(string runner, string client)
    {
        var (cells, others) = (Notebook.Load(runner).Cells, Notebook.Load(client).Cells);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Has("timing")) continue;
            var (ours, theirs) = (Texts(cells[i]), Texts(others[i]));
            if (ours.SequenceEqual(theirs)) continue;
            var at = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length)).First(k => ours.ElementAtOrDefault(k) != theirs.ElementAtOrDefault(k));
            return string.Create(CultureInfo.InvariantCulture,
                $"cell {i + 1}, output {at + 1} differs: the runner left {Short(ours.ElementAtOrDefault(at), theirs.ElementAtOrDefault(at))}, nbclient {Short(theirs.ElementAtOrDefault(at), ours.ElementAtOrDefault(at))}");
        }
        return null;
    }

    /// <summary>Each output as text; runs of one stream are one, because nbclient keeps them as they arrived.</summary>
    private static string[] Texts(Cell cell)
    {
        List<string> texts = [];
        string? stream = null;
        foreach (var output in cell.Outputs)
        {
            if (output is Output.Stream more && more.Name == stream) texts[^1] += more.Text;
            else texts.Add(Text(output));
            stream = (output as Output.Stream)?.Name;
        }
        return [.. texts];
    }

    private static string Text(Output output) => output switch
    {
        Output.Stream stream => $"{stream.Name}: {stream.Text}",
        Output.Display shown => Json(shown.Data),
        Output.Result result => Json(result.Data),
        Output.Error error => $"{error.Name}: {error.Message}",
        _ => "",
    };

    // Python writes 1e-05 where .NET writes 1E-05.
    private static string Json(JsonObject data) => Exponent().Replace(data.ToJsonString(), "e");

    [GeneratedRegex(@"(?<=\d)E(?=[+-]\d)")]
    private static partial Regex Exponent();

    /// <summary>The text from shortly before the place where it leaves the other.</summary>
    private static string Short(string? text, string? other)
    {
        if (text is null) return "nothing";
        var same = text.Zip(other ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - 20);
        return $"'{text[start..Math.Min(text.Length, start + MostShown)]}'";
    }
}
