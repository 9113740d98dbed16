using System.CommandLine;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course slides</c>: a reveal.js deck of a notebook, one file; <c>--pdf</c> prints it.</summary>
internal static class SlidesCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("notebook") { Description = "number, name or path" };
        var output = new Option<FileInfo?>("--out") { Description = "file to write (out/slides/NAME.html or .pdf when left out)", HelpName = "FILE" };
        var pdf = new Option<bool>("--pdf") { Description = "a PDF, one page a slide (needs Chromium)" };
        var command = new Command("slides", "Make slides from a notebook's slide types; S opens the speaker's window.") { name, output, pdf };
        command.SetAction((parsed, stop) => WriteAsync(NotebookFiles.Resolve([parsed.GetValue(name)!])[0], parsed.GetValue(output)?.FullName, parsed.GetValue(pdf), stop));
        return command;
    }

    private static async Task<int> WriteAsync(string notebook, string? target, bool isPdf, CancellationToken stop)
    {
        isPdf |= target?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) == true;
        target ??= Path.Combine(Repository.Root, "out", "slides", Path.ChangeExtension(Path.GetFileName(notebook), isPdf ? ".pdf" : ".html"));
        var deck = SlideDeck.Render(notebook);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (isPdf) await PdfPrinter.PrintDeckAsync(deck, target, stop);
        else await File.WriteAllTextAsync(target, deck, stop);
        Console.WriteLine(target);
        return 0;
    }
}
