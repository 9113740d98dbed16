using System.CommandLine;
using CnnCourse.Notebooks;
using CnnCourse.Site;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course export</c>: a notebook as a program, a page, markdown or a clean notebook.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("notebook") { Description = "number, name or path" };
        var format = new Option<string>("--to") { Description = "cs (a program for 'dotnet run'), html, ipynb or md", Required = true };
        format.AcceptOnlyFromAmong("cs", "html", "ipynb", "md");
        var output = new Option<string?>("--out") { Description = "file to write, or folder to write it to (out/export when left out)", HelpName = "PATH" };
        var command = new Command("export", "Write a notebook in another form.") { name, format, output };
        command.SetAction(parsed => Write(NotebookFiles.Resolve([parsed.GetValue(name)!])[0], parsed.GetValue(format)!, parsed.GetValue(output)));
        return command;
    }

    private static int Write(string notebook, string format, string? named)
    {
        var target = NotebookFiles.Target(named, "export", notebook, format);
        switch (format)
        {
            case "cs":
                File.WriteAllText(target, AppExport.Render(notebook, target, App));
                break;
            case "html":
                File.WriteAllText(target, HtmlExport.Render(notebook));
                break;
            case "md":
                MarkdownExport.Write(notebook, target);
                break;
            default:
                Notebook.Load(notebook).Save(target);
                break;
        }
        Console.WriteLine(target);
        return 0;
    }

    private static AppOptions App => new()
    {
        Projects = [Path.Combine(Repository.Root, "lib/Course/CnnCourse.csproj"), Path.Combine(Repository.Root, "lib/Notebooks/CnnCourse.Notebooks.csproj")],
        Imports = CourseSession.Options.Imports,
        References = CourseSession.Options.References,
        Startup = ["CnnCourse.NotebookExtension.Register();"],
    };
}
