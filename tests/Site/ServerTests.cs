using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

public class ServerTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Task<SiteServer> StartAsync(string folder) => SiteServer.StartAsync(() => course.Notebooks, course.NewFolder(folder), new SiteOptions { IndexFile = course.Index }, 0, _ => { });

    [Fact]
    public async Task A_saved_notebook_is_built_again_and_its_readers_are_told()
    {
        await using var server = await StartAsync("served");
        using var client = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = Patience };
        Assert.Contains("<h1", await client.GetStringAsync("/"), StringComparison.Ordinal);
        using var changes = new StreamReader(await client.GetStreamAsync("/-/changes"));
        Assert.Equal(": watching", await changes.ReadLineAsync());

        var notebook = Notebook.Load(course.Counting);
        notebook.Cells[1].Source += "\n\nA sentence that is new.";
        notebook.Save(course.Counting);
        string? line;
        do
            line = await changes.ReadLineAsync().WaitAsync(Patience);
        while (line is "" || line?.StartsWith(':') == true);
        Assert.Equal("data: built", line);
        Assert.Contains("A sentence that is new.", await client.GetStringAsync("/02-counting.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_served()
    {
        await using var server = await StartAsync("alone");
        Assert.StartsWith("http://127.0.0.1:", server.Address, StringComparison.Ordinal);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address) { Headers = { Host = "example.org" } };
        using var answer = await client.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        using var escape = await client.GetAsync(new Uri(server.Address + "/..%2f01-edges.ipynb"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, escape.StatusCode);
    }
}
