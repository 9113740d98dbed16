using System.Text;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>
/// A notebook as a file-based program: <c>dotnet run NAME.cs</c> prints what the notebook shows as text. Words become comments,
/// last expressions are displayed, exercises and cells for other machines are kept as comments.
/// </summary>
public static class AppExport
{
    private static readonly string[] NotRun = ["slow", "gpu", "exercise"];

    /// <param name="target">Where the program will stand: project references are relative to it.</param>
    /// <exception cref="ArgumentException">A cell holds what a program cannot.</exception>
    public static string Render(string notebookFile, string target, AppOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var notebook = Notebook.Load(notebookFile);
        var program = new AppProgram(Path.GetFileName(notebookFile));
        var number = 0;
        foreach (var cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown)
                program.AddComment(cell.Source);
            else if (cell.Kind == CellKind.Code && ++number > 0 && cell.Source.Trim().Length > 0)
                AddCode(program, cell, number);
        }
        var body = program.Write([.. SessionOptions.DefaultImports.Concat(options.Imports).Distinct()], options.Startup);
        return Head(program, Path.GetFullPath(target), options) + VoidDisplays.Remove(body, options.References);
    }

    private static void AddCode(AppProgram program, Cell cell, int number)
    {
        if (cell.Language is not (null or "csharp"))
            program.AddComment(cell.Source);
        else if (NotRun.FirstOrDefault(cell.Has) is { } tag && !cell.Has("solution"))
            program.AddComment($"Not run here ({tag}):\n{cell.Source}");
        else
            program.AddCode(cell.Source, number, cell.Has("raises-exception"));
    }

    private static string Head(AppProgram program, string target, AppOptions options)
    {
        var head = new StringBuilder();
        head.Append("#:sdk Microsoft.NET.Sdk.Web\n");   // brings the framework that the notebooks' library stands on
        foreach (var package in program.Packages)
            head.Append("#:package ").Append(package).Append('\n');
        foreach (var project in options.Projects)
            head.Append("#:project ").Append(Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.GetFullPath(project)).Replace('\\', '/')).Append('\n');
        foreach (var property in (string[])["ImplicitUsings=disable", "Nullable=annotations", "PublishAot=false", "TreatWarningsAsErrors=false",
            "EnforceCodeStyleInBuild=false", "GenerateDocumentationFile=false", "AnalysisLevel=none", "WarningLevel=0", "InvariantGlobalization=true"])
            head.Append("#:property ").Append(property).Append('\n');
        return head.Append('\n').ToString();
    }
}
