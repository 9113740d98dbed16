using System.CommandLine;
using CnnCourse.Cli.Commands;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli;

internal static class Program
{
    /// <summary>Exit code for words that the command line does not know.</summary>
    internal const int Misused = 2;

    private static int Main(string[] args)
    {
        var root = new RootCommand("CnnCourse: convolutional networks, paper by paper, in C#.")
        {
            RunCommand.Create(),
            TrainCommand.Create(),
            ProgressCommand.Create(),
            SyllabusCommand.Create(),
            TestCommand.Create(),
            ArithmeticCommand.Create(),
            ModelsCommand.Create(),
            ForwardCommand.Create(),
            PredictCommand.Create(),
            WeightsCommand.Create(),
            ClaimsCommand.Create(),
            NotebookCommand.Create(),
            KernelCommand.Create(),
            SiteCommand.Create(),
            SlidesCommand.Create(),
            ExportCommand.Create(),
            LearnCommand.Create(),
            BenchCommand.Create(),
            PackCommand.Create(),
            DoctorCommand.Create(),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0) return Report(parsed);
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is UserError or DllNotFoundException or IOException or UnauthorizedAccessException or ArgumentException or NotebookFormatException)
        {
            Console.Error.WriteLine($"course: {e.Message}");
            return e switch { UserError user => user.ExitCode, ArgumentException => Misused, _ => 1 };
        }
    }

    private static int Report(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name));
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"course: {error.Message}");
        foreach (var word in parsed.UnmatchedTokens)
            if (NearestNames.Of(word, known) is { Count: > 0 } near) Console.Error.WriteLine($"course: did you mean {string.Join(" or ", near)}?");
        Console.Error.WriteLine($"course: '{string.Join(' ', Path(command))} --help' lists what there is");
        return Misused;
    }

    private static List<string> Path(Command command)
    {
        var names = new List<string>();
        for (Symbol? s = command; s is not null; s = s.Parents.FirstOrDefault()) names.Insert(0, s is RootCommand ? "course" : s.Name);
        return names;
    }
}
