using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Syllabus;

/// <summary>What a notebook says of itself: in its title cell, in its code and in its metadata.</summary>
/// <param name="Number">Two digits, from the file's name.</param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Paper">Authors and year of each paper.</param>
/// <param name="Build">The first sentence after "You will build".</param>
/// <param name="Time">Measured processor time; null where it was not measured.</param>
/// <param name="Data">The data sets that its code loads.</param>
/// <param name="Before">Numbers of the earlier notebooks that its prose names.</param>
internal sealed partial record NotebookFacts(
    string Number, string Title, string Paper, string Build, TimeSpan? Time, IReadOnlyList<string> Data, IReadOnlyList<string> Before)
{
    private const int MostPapers = 3;

    private static readonly Dictionary<string, string> dataNames = new()
    {
        ["FashionMnist"] = "Fashion-MNIST", ["AtHand"] = "Fashion-MNIST", ["Digits"] = "handwritten digits", ["Mnist"] = "MNIST", ["Cifar10"] = "CIFAR-10", ["Cifar100"] = "CIFAR-100",
        ["Caltech101"] = "Caltech-101", ["Scenes"] = "scenes",
    };

    public static NotebookFacts Of(string file)
    {
        var notebook = Notebook.Load(file);
        var number = Path.GetFileName(file)[..2];
        var prose = string.Join('\n', notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));
        var code = string.Join('\n', notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source));
        var title = notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown)?.Source ?? "";
        return new(
            number,
            TitleNumber().Replace(notebook.Title, ""),
            Listed(Papers(Paragraph(title, "Paper"))),
            Sentence(Paragraph(title, "You will build")),
            RunTime.Read(notebook),
            [.. Loads().Matches(code).Select(m => m.Groups["name"].Success ? m.Groups["name"].Value : "Scenes").Where(dataNames.ContainsKey).Select(name => dataNames[name]).Distinct()],
            [.. Mentions().Matches(prose).Select(m => m.Groups["number"].Value).Where(n => string.CompareOrdinal(n, number) < 0).Distinct().Order(StringComparer.Ordinal)]);
    }

    // The text of "**Name.** text" or "**Name** text", to the end of its paragraph.
    private static string Paragraph(string cell, string name)
    {
        foreach (var paragraph in cell.Split("\n\n").Select(p => p.Trim()))
            foreach (var start in (string[])[$"**{name}.**", $"**{name}s.**", $"**{name}**"])
                if (paragraph.StartsWith(start, StringComparison.Ordinal)) return paragraph[start.Length..].Trim().ReplaceLineEndings(" ");
        return "";
    }

    private static string Listed(IEnumerable<string> papers) =>
        papers.ToList() is { Count: > MostPapers } many ? $"{string.Join("; ", many.Take(MostPapers))} and more" : string.Join("; ", papers);

    private static string Sentence(string text) => text.Split(". ")[0].TrimEnd('.');

    // "A. Krizhevsky, I. Sutskever, G. E. Hinton, *Title*, NIPS 2012" is "Krizhevsky et al. 2012".
    private static IEnumerable<string> Papers(string text)
    {
        foreach (Match paper in Citation().Matches(text))
        {
            string[] authors = [.. paper.Groups["author"].Captures.Select(a => a.Value.Trim())];
            var who = authors.Length == 1 && !paper.Groups["others"].Success ? authors[0]
                : authors.Length == 2 && !paper.Groups["others"].Success ? $"{authors[0]} & {authors[1]}"
                : $"{authors[0]} et al.";
            yield return $"{who} {paper.Groups["year"].Value}";
        }
    }

    [GeneratedRegex(@"^\d\d\s*·\s*")]
    private static partial Regex TitleNumber();

    [GeneratedRegex(@"(?:(?:\p{Lu}\.[ -]?)+(?<author>\p{L}[\p{L}'’ -]*?)(?<others> et al\.)?(?:, and |, | and | & |(?= \*)))+ ?\*[^*]+\*[^*]*?\b(?<year>(?:19|20)\d\d)\b(?!\.\d)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\bDatasets\.(?<name>\w+)|\bScenes\.\w+")]
    private static partial Regex Loads();

    [GeneratedRegex(@"\b(?:[Nn]otebooks? |\()(?<number>\d\d)\b(?!\.\d)(?=[ ,.;:)*'’-])")]
    private static partial Regex Mentions();
}
