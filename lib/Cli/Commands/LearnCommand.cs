using System.CommandLine;
using System.Diagnostics;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course learn</c>: opens the course where it can be read and run best, and says where that is.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var command = new Command("learn", "Open the course in VS Code, JupyterLab or Jupyter; without them as a site in the browser.");
        command.SetAction((_, stop) => OpenAsync(stop));
        return command;
    }

    private static async Task<int> OpenAsync(CancellationToken stop)
    {
        if (LearningPlace.Choose(Programs.Find, Repository.Root, Repository.Notebooks, NotebookFiles.All() is [var first, ..] ? first : null) is not { } place)
            return OpenSite();
        Console.WriteLine($"Opening the course in {place.Name} ({place.Program}).");
        if (place.KeepsRunning) Console.WriteLine("Choose the kernel 'C# (CNN course)'; if it is not offered: ./course kernel install. Ctrl+C ends Jupyter.");
        using var process = Process.Start(new ProcessStartInfo(place.Program, place.Arguments))!;
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }

    private static int OpenSite()
    {
        var report = SiteBuilder.Build(NotebookFiles.All(), SiteCommand.Folder, SiteCommand.Options);
        Console.WriteLine("Neither VS Code nor Jupyter is installed here, so this is the course to read; 'course run' runs it.");
        var opener = OperatingSystem.IsMacOS() ? Programs.Find("open") : HasScreen ? Programs.Find("xdg-open") : null;
        if (opener is null)
        {
            Console.WriteLine($"Open this in a browser: {new Uri(report.IndexPath).AbsoluteUri}");
            return 0;
        }
        using var process = Process.Start(new ProcessStartInfo(opener, [report.IndexPath]));
        Console.WriteLine($"Opened {report.IndexPath} in the browser.");
        return 0;
    }

    private static bool HasScreen => Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
}
