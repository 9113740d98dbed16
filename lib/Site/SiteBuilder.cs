using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>Builds a static site from executed notebooks: one page each, a first page, a search; no address outside the folder is loaded.</summary>
public static class SiteBuilder
{
    /// <summary>Writes the site into a folder; files of an earlier site there are replaced, pages of notebooks that are gone are removed.</summary>
    /// <exception cref="NotebookFormatException">A file is not a notebook.</exception>
    /// <exception cref="IOException">The folder holds something that is not a site, or scripts and fonts could not be brought.</exception>
    public static SiteReport Build(IReadOnlyList<string> notebookFiles, string outputDirectory, SiteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notebookFiles);
        options ??= new SiteOptions();
        var output = SiteFolder.Prepare(outputDirectory);
        var links = new SiteLinks(notebookFiles, options.IndexFile);
        List<Page> pages = [.. notebookFiles.Select(file =>
            NotebookPage.Render(Notebook.Load(file), Path.GetFileNameWithoutExtension(file), address => links.Resolve(address, file)))];
        var index = IndexPage.Render(options, pages, address => options.IndexFile is { } file ? links.Resolve(address, file) : address);

        var frame = new PageFrame(options, pages);
        output.Write("index.html", frame.Render(index));
        foreach (var page in pages)
            output.Write(page.File, frame.Render(page));
        foreach (var (source, target) in links.Copied)
            output.Copy(source, target);
        output.Write("assets/search-index.js", SearchIndex.Write([index, .. pages]));
        Assets.CopyTo(output.Folder("assets"));
        return new SiteReport(output.File("index.html"), pages.Count + 1, output.Finish());
    }
}
