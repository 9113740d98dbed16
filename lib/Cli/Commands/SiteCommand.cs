using System.CommandLine;
using System.Net.Sockets;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course site</c>: the notebooks as a static site; <c>--serve</c> shows it and follows what is saved.</summary>
internal static class SiteCommand
{
    private const int UsualPort = 8800;

    /// <summary>Where the site goes unless told otherwise.</summary>
    public static string Folder => Path.Combine(Repository.Root, "out", "site");

    public static SiteOptions Options => new()
    {
        IndexFile = Path.Combine(Repository.Root, "course.md") is var file && File.Exists(file) ? file : null,
    };

    public static Command Create()
    {
        var output = new Option<DirectoryInfo?>("--out") { Description = "folder to write to (out/site when left out)", HelpName = "DIR" };
        var serve = new Option<bool>("--serve") { Description = "show it on this machine and reload pages when a notebook is saved" };
        var port = new Option<int>("--port") { Description = "port for --serve; 0 takes a free one", DefaultValueFactory = _ => UsualPort };
        var command = new Command("site", "Build a static site from the executed notebooks.") { output, serve, port };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(output)?.FullName ?? Folder, parsed.GetValue(serve), parsed.GetValue(port), stop));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool serves, int port, CancellationToken stop)
    {
        if (!serves)
        {
            var report = SiteBuilder.Build(NotebookFiles.All(), folder, Options);
            Console.WriteLine(FormattableString.Invariant($"{report.Pages} pages, {report.Bytes / 1048576.0:0.0} MiB: {report.IndexPath}"));
            return 0;
        }
        if (port is < 0 or > 65535) throw new UserError($"{port} is no port: 0 to 65535");
        try
        {
            await using var server = await SiteServer.StartAsync(NotebookFiles.All, folder, Options, port, Console.WriteLine);
            Console.WriteLine($"{server.Address} (Ctrl+C ends it)");
            await server.WaitAsync(stop);
            return 0;
        }
        catch (IOException taken) when (taken.InnerException?.InnerException is SocketException || taken.InnerException is SocketException || taken.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            throw new UserError($"port {port} is taken: name another with --port, or 0 for a free one", 1);
        }
    }
}
