using System.Text.Json;

namespace CnnCourse.Cli.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("course-cli").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a notebook of code cells and returns its path.</summary>
    public string Notebook(string name, params string[] cells)
    {
        var notebook = new
        {
            cells = cells.Select((code, k) => new { cell_type = "code", id = $"c{k}", metadata = new { }, execution_count = (int?)null, outputs = Array.Empty<object>(), source = code }),
            metadata = new { kernelspec = new { name = "cnn-csharp", language = "C#", display_name = "C#" } },
            nbformat = 4,
            nbformat_minor = 5,
        };
        System.IO.File.WriteAllText(File(name), JsonSerializer.Serialize(notebook));
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
