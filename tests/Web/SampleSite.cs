namespace CnnCourse.Site.Tests;

/// <summary>The sample course as a site, a deck and a single page, built once.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private readonly SampleCourse course = new();
    private string folder = "";

    public string Address(string page) => new Uri(Path.Combine(folder, page)).AbsoluteUri;

    public SampleCourse Course => course;

    public async Task InitializeAsync()
    {
        await course.InitializeAsync();
        folder = Path.GetDirectoryName(course.Build(course.NewFolder("site")).IndexPath)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "deck.html"), SlideDeck.Render(course.Edges));
        await File.WriteAllTextAsync(Path.Combine(folder, "single.html"), HtmlExport.Render(course.Edges));
    }

    public Task DisposeAsync() => course.DisposeAsync();
}
