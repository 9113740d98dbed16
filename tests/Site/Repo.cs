namespace CnnCourse.Site.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repo
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CnnCourse.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests do not run inside the source tree");
        return folder.FullName;
    }
}
