using System.Diagnostics;

namespace CnnCourse.Site;

/// <summary>Prints pages with the machine's Chromium.</summary>
public static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>Prints a deck: one page a slide, as reveal.js lays it out for paper.</summary>
    /// <exception cref="IOException">There is no Chromium, or it did not print.</exception>
    public static void PrintDeck(string html, string pdfFile)
    {
        var folder = Directory.CreateTempSubdirectory("course-slides").FullName;
        try
        {
            var (page, target) = (Path.Combine(folder, "deck.html"), Path.Combine(folder, "deck.pdf"));
            File.WriteAllText(page, html);
            Run(page, target, folder);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(pdfFile))!);
            File.Move(target, pdfFile, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string page, string target, string folder)
    {
        var browser = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } own ? own : Browsers.Select(Programs.Find).FirstOrDefault(found => found is not null)
            ?? throw new IOException("a PDF needs Chromium, which was not found: apt-get install chromium (or set CHROMIUM to its path)");
        List<string> arguments = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", "--virtual-time-budget=20000", $"--print-to-pdf={target}", new Uri(page).AbsoluteUri + "?print-pdf"];
        if (Environment.IsPrivilegedProcess)
            arguments.Insert(1, "--no-sandbox");   // Chromium refuses to start as root otherwise
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEndAsync();
        var hasEnded = process.WaitForExit(Patience);
        if (!hasEnded)
            process.Kill(entireProcessTree: true);
        if (!File.Exists(target))
            throw new IOException($"{browser} {(hasEnded ? "did not print" : $"took longer than {Patience.TotalMinutes} minutes")}: {string.Join('\n', error.Result.Trim().Split('\n').TakeLast(3))}");
    }
}
