namespace CnnCourse.Site;

/// <summary>Where the addresses in notebooks lead on the site: to pages, to anchors, to files that are copied along.</summary>
internal sealed class SiteLinks
{
    private static readonly string[] Copiable = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".csv", ".json", ".pdf", ".txt"];
    private readonly Dictionary<string, string> pages;
    private readonly Dictionary<string, string> copied = [];

    public SiteLinks(IReadOnlyList<string> notebooks, string? index)
    {
        pages = notebooks.ToDictionary(Path.GetFullPath, file => Path.GetFileNameWithoutExtension(file) + ".html");
        if (index is not null)
            pages[Path.GetFullPath(index)] = "index.html";
    }

    /// <summary>Source file and place on the site of everything that pages link to.</summary>
    public IEnumerable<(string Source, string Target)> Copied => copied.Select(one => (one.Key, one.Value));

    /// <param name="from">The notebook or markdown file that the address stands in.</param>
    /// <returns>Null where the address leads to nothing that the site has.</returns>
    public string? Resolve(string address, string from)
    {
        if (address.StartsWith('#'))
            return "#" + Anchor(address[1..]);
        if (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("data:image/", StringComparison.Ordinal))
            return address;
        var (path, fragment) = address.Split('#', 2) is [var before, var after] ? (before, "#" + Anchor(after)) : (address, "");
        var file = Path.GetFullPath(Uri.UnescapeDataString(path), Path.GetDirectoryName(Path.GetFullPath(from))!);
        if (pages.TryGetValue(file, out var page))
            return page + fragment;
        if (!File.Exists(file) || !Copiable.Contains(Path.GetExtension(file).ToLowerInvariant()))
            return null;
        if (!copied.TryGetValue(file, out var target))
            copied[file] = target = Free("files/" + Path.GetFileName(file));
        return target;
    }

    private static string Anchor(string fragment) => fragment.StartsWith("fn", StringComparison.Ordinal) && fragment.Contains(':') ? fragment : Slugs.Of(Uri.UnescapeDataString(fragment));

    private string Free(string name)
    {
        var (stem, extension) = (Path.ChangeExtension(name, null), Path.GetExtension(name));
        for (var n = 2; copied.ContainsValue(name); n++)
            name = $"{stem}-{n}{extension}";
        return name;
    }
}
