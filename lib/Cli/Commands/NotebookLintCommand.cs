using System.CommandLine;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course notebook lint</c>: are the notebooks fit to be committed? Exit code 1 with one line for each thing that is wrong; warnings do not count.</summary>
internal static class NotebookLintCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("notebook") { Description = "number, name or path; all when left out", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("lint", "Check metadata, order, outputs, figures, links, size and rhythm, without running anything.") { names };
        command.SetAction(parsed =>
        {
            var files = NotebookFiles.Resolve(parsed.GetValue(names)!);
            var findings = files.SelectMany(file => NotebookLint.Check(file, CourseSession.Options.References)).ToList();
            findings.ForEach(Console.WriteLine);
            var warnings = files.SelectMany(RhythmLint.Check).ToList();
            warnings.ForEach(warning => Console.WriteLine($"warning: {warning}"));
            if (findings.Count + warnings.Count == 0) Console.WriteLine($"{files.Count} notebooks, nothing wrong");
            return findings.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
