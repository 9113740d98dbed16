using System.CommandLine;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course notebook</c>: what can be done with the notebooks beside running them.</summary>
internal static class NotebookCommand
{
    public static Command Create() => new("notebook", "List and examine the notebooks.") { List(), NotebookLintCommand.Create() };

    private static Command List()
    {
        var command = new Command("list", "One line per notebook: name, title, cells.");
        command.SetAction(_ =>
        {
            foreach (var file in NotebookFiles.All())
            {
                var notebook = Notebook.Load(file);
                var code = notebook.Cells.Count(cell => cell.Kind == CellKind.Code);
                Console.WriteLine($"{Path.GetFileNameWithoutExtension(file),-24} {notebook.Title}  ({notebook.Cells.Count} cells, {code} of code)");
            }
        });
        return command;
    }
}
