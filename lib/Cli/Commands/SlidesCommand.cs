using System.CommandLine;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course slides</c>: a reveal.js deck of a notebook, one file; <c>--pdf</c> prints it.</summary>
internal static class SlidesCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("notebook") { Description = "number, name or path" };
        var output = new Option<string?>("--out") { Description = "file to write, or folder to write it to (out/slides when left out)", HelpName = "PATH" };
        var pdf = new Option<bool>("--pdf") { Description = "a PDF, one page a slide (needs Chromium)" };
        var command = new Command("slides", "Make slides from a notebook's slide types; S opens the speaker's window.") { name, output, pdf };
        command.SetAction((parsed, stop) => WriteAsync(NotebookFiles.Resolve([parsed.GetValue(name)!])[0], parsed.GetValue(output), parsed.GetValue(pdf), stop));
        return command;
    }

    private static async Task<int> WriteAsync(string notebook, string? named, bool isPdf, CancellationToken stop)
    {
        isPdf |= named?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) == true;
        var target = NotebookFiles.Target(named, "slides", notebook, isPdf ? "pdf" : "html");
        var deck = SlideDeck.Render(notebook);
        if (isPdf) await PdfPrinter.PrintDeckAsync(deck, target, stop);
        else await File.WriteAllTextAsync(target, deck, stop);
        Console.WriteLine(target);
        return 0;
    }
}
