using System.CommandLine;
using System.Globalization;
using CnnCourse.Exercises;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course progress</c>: which exercises are solved, notebook by notebook.</summary>
internal static class ProgressCommand
{
    public static Command Create()
    {
        var command = new Command("progress", "Show which exercises you have solved.");
        command.SetAction(_ => Print(ProgressFile.Default));
        return command;
    }

    private static int Print(ProgressFile file)
    {
        var states = file.Read();
        var titles = NotebookFiles.All().ToDictionary(path => Path.GetFileName(path)[..2], path => Notebook.Load(path).Title);
        foreach (var notebook in ExerciseBook.All.GroupBy(exercise => exercise.Id.Split('.')[0]))
        {
            var solved = notebook.Count(exercise => IsSolved(exercise.Id));
            Console.WriteLine($"{titles.GetValueOrDefault(notebook.Key, notebook.Key),-40} {solved} of {notebook.Count()}");
            foreach (var exercise in notebook) Console.WriteLine($"  {(IsSolved(exercise.Id) ? "✓" : "·")} {exercise.Id}  {State(exercise.Id)}{exercise.Question}");
        }
        var all = ExerciseBook.All.Count(exercise => IsSolved(exercise.Id));
        Console.WriteLine($"{all} of {ExerciseBook.All.Count} exercises solved; kept in {file.Path}");
        return 0;

        bool IsSolved(string id) => states.GetValueOrDefault(id)?.Solved is not null;

        string State(string id) => states.GetValueOrDefault(id) switch
        {
            null => "",
            { Solved: { } day } => string.Create(CultureInfo.InvariantCulture, $"solved {day:yyyy-MM-dd}: "),
            { Attempts: var attempts } => $"{attempts} {(attempts == 1 ? "answer" : "answers")} so far: ",
        };
    }
}
