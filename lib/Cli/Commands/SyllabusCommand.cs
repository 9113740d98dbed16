using System.CommandLine;
using CnnCourse.Cli.Syllabus;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course syllabus</c>: writes course.md from what the notebooks say of themselves.</summary>
internal static class SyllabusCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "write nothing; exit code 1 where course.md is not what would be written" };
        var command = new Command("syllabus", "Write course.md from the notebooks' own metadata.") { check };
        command.SetAction(parsed => Run(parsed.GetValue(check)));
        return command;
    }

    private static int Run(bool isCheck)
    {
        var file = Path.Combine(Repository.Root, "course.md");
        using var plan = File.OpenText(Path.Combine(Repository.Root, "data", "syllabus.csv"));
        var text = SyllabusPage.Write(PlannedRow.Read(plan), [.. NotebookFiles.All().Select(NotebookFacts.Of)]);
        if (File.Exists(file) && File.ReadAllText(file) == text) return 0;
        if (isCheck) throw new UserError("course.md is not what the notebooks say of themselves; './course syllabus' writes it anew", 1);
        File.WriteAllText(file, text);
        Console.WriteLine($"wrote {file}");
        return 0;
    }
}
