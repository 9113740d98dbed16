namespace CnnCourse.Site;

/// <summary>A program to read and run the course in.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="KeepsRunning">It is a server: whoever starts it waits for it.</param>
public sealed record LearningPlace(string Name, string Program, IReadOnlyList<string> Arguments, bool KeepsRunning)
{
    /// <summary>The first of VS Code, JupyterLab and Jupyter that is there; null where none is.</summary>
    /// <param name="find">The path of a program by its name, or null.</param>
    public static LearningPlace? Choose(Func<string, string?> find, string courseFolder, string notebookFolder, string? firstNotebook)
    {
        ArgumentNullException.ThrowIfNull(find);
        if (find("code") is { } code)
            return new LearningPlace("VS Code", code, firstNotebook is null ? [courseFolder] : [courseFolder, firstNotebook], KeepsRunning: false);
        string[] root = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--allow-root"] : [];
        if (find("jupyter-lab") is { } lab)
            return new LearningPlace("JupyterLab", lab, [$"--notebook-dir={notebookFolder}", .. root], KeepsRunning: true);
        return find("jupyter-notebook") is { } classic
            ? new LearningPlace("Jupyter", classic, [$"--notebook-dir={notebookFolder}", .. root], KeepsRunning: true)
            : null;
    }
}
