namespace CnnCourse.Cli;

/// <summary>The course's folder tree.</summary>
internal static class Repository
{
    /// <summary>The folder of the <c>course</c> script: $COURSE_ROOT, or the first one above the program that has the solution.</summary>
    public static string Root { get; } = Find();

    public static string Notebooks => Path.Combine(Root, "notebooks");

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("COURSE_ROOT") is { Length: > 0 } given) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CnnCourse.sln"))) return folder.FullName;
        throw new UserError("the course's folder is not above this program; start it by the script 'course', or set COURSE_ROOT", 1);
    }
}
