namespace CnnCourse.Site.Tests;

/// <summary>The kernel behind Jupyter's own page, in Chromium.</summary>
public class JupyterPageTests(JupyterServer jupyter) : IClassFixture<JupyterServer>
{
    private const int MostMilliseconds = 3000;   // the kernel's own limit is a second; page and server take their time too

    [Fact]
    public async Task A_notebook_runs_shows_its_figure_stops_completes_and_restarts()
    {
        var picture = Path.Combine(AppContext.BaseDirectory, "jupyter.png");
        File.Delete(picture);
        var result = (await Browser.ExamineAsync("jupyter", jupyter.Page, picture)).Result!;
        Assert.Equal("[[\"42\"],[\"all ran\"]]", result["ran"]!.ToJsonString());
        var figure = Assert.Single(result["figures"]!.AsArray())!.AsArray();
        Assert.True((int)figure[0]! > 300 && (int)figure[1]! > 200, figure.ToJsonString());
        Assert.InRange((int)result["stoppedAfter"]!, 0, MostMilliseconds);
        Assert.Equal("Console.WriteLine", (string)result["completed"]!);
        Assert.True(new FileInfo(picture).Length > 0);
    }
}
