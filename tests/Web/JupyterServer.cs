using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

/// <summary>Debian's Jupyter with the course's kernel and one notebook, on a free port of this machine.</summary>
public sealed partial class JupyterServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-jupyter").FullName;
    private Process? server;

    /// <summary>The notebook's page, with the token that lets one in.</summary>
    public string Page { get; private set; } = "";

    public async Task InitializeAsync()
    {
        KernelSpec.Install(["dotnet", typeof(Cli.Repository).Assembly.Location, "kernel"], folder);
        string[] cells =
        [
            "var x = 42;\nx",
            "using CnnCourse.Plots;\nPlot.Line([1.0, 2, 3, 4], [1.0, 4, 9, 16]).WithCaption(\"A parabola through four points.\")",
            "\"all ran\"",
        ];
        new Notebook
        {
            Metadata = new() { ["kernelspec"] = new JsonObject { ["name"] = Kernel.Name, ["display_name"] = "C# (CNN course)", ["language"] = "C#" } },
            Cells = [.. cells.Select((code, i) => new Cell { Kind = CellKind.Code, Id = $"cell-{i}", Source = code })],
        }.Save(Path.Combine(folder, "page.ipynb"));
        var start = new ProcessStartInfo("jupyter-notebook", ["--no-browser", "--ip=127.0.0.1", $"--port={FreePort()}", "--NotebookApp.port_retries=0", "--allow-root", $"--notebook-dir={folder}"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder,
        };
        foreach (var (name, place) in new[] { ("JUPYTER_PATH", Path.Combine(folder, "share", "jupyter")), ("JUPYTER_DATA_DIR", folder), ("JUPYTER_CONFIG_DIR", folder), ("JUPYTER_RUNTIME_DIR", folder), ("HOME", folder) })
            start.Environment[name] = place;
        server = Process.Start(start)!;
        var said = "";
        while (await server.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            said += line + "\n";
            if (Address().Match(line) is not { Success: true } found) continue;
            Page = $"http://127.0.0.1:{found.Groups[1].Value}/notebooks/page.ipynb?token={found.Groups[2].Value}";
            _ = server.StandardError.ReadToEndAsync();
            _ = server.StandardOutput.ReadToEndAsync();
            return;
        }
        throw new IOException($"jupyter-notebook did not start:\n{said}");
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]+)")]
    private static partial Regex Address();
}
