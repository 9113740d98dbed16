namespace CnnCourse.Site;

/// <summary>What a site shows beside its notebooks.</summary>
public sealed record SiteOptions
{
    public string Title { get; init; } = "CnnCourse";

    /// <summary>Markdown of the first page: a heading, words, and tables whose rows start with a notebook's number.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Pages that watch the server and load again when their notebook was saved.</summary>
    public bool ReloadsItself { get; init; }
}

/// <summary>What was built.</summary>
/// <param name="IndexPath">The page to open first.</param>
public sealed record SiteReport(string IndexPath, int Pages, long Bytes);
