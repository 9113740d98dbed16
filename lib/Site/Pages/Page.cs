namespace CnnCourse.Site;

/// <summary>A page before it is put into the frame that all pages share.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Body">HTML of the article.</param>
internal sealed record Page(string Name, string Title, string Body, IReadOnlyList<Heading> Headings, IReadOnlyList<Passage> Passages)
{
    public bool HasCharts { get; init; }

    public bool HasMath => Body.Contains("class=\"math", StringComparison.Ordinal) || Body.Contains(" math display\"", StringComparison.Ordinal);

    public string File => Name + ".html";

    /// <summary>The number a notebook's name starts with; empty where it has none.</summary>
    public string Number => Name.Split('-')[0] is { Length: > 0 } first && first.All(char.IsAsciiDigit) ? first : "";
}

/// <summary>What the search finds: the text under one heading.</summary>
internal sealed record Passage(string Anchor, string Heading, string Text);
