using System.Text.Json.Nodes;
using CnnCourse.Notebooks;
using CnnCourse.Plots;

namespace CnnCourse.Site.Tests;

/// <summary>Two small notebooks with every kind of output, executed once for all tests.</summary>
public sealed class SampleCourse : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-sample").FullName;

    public static SessionOptions Session { get; } = new()
    {
        References = [typeof(Figure).Assembly],
        Imports = ["CnnCourse.Plots"],
        Startup = () => Rendering.Register<Figure>(figure => new Dictionary<string, object>
        {
            ["application/vnd.plotly.v1+json"] = JsonNode.Parse(figure.ToPlotlyJson())!,
            ["image/png"] = figure.ToPng(2),
            ["text/plain"] = figure.Alt,
        }),
    };

    public string Index => Path.Combine(folder, "course.md");

    public string Edges => Path.Combine(folder, "01-edges.ipynb");

    public string Counting => Path.Combine(folder, "02-counting.ipynb");

    public string[] Notebooks => [Edges, Counting];

    public SiteReport Build(string output) => SiteBuilder.Build(Notebooks, output, new SiteOptions { Title = "A short course", IndexFile = Index });

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        foreach (var notebook in Notebooks)
        {
            var report = await new Runner(Session, new RunnerOptions { WriteBack = true }).RunAsync(notebook);
            Assert.True(report.Passed, report.Error ?? string.Join('\n', report.Failure?.Traceback ?? []));
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
