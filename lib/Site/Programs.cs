namespace CnnCourse.Site;

/// <summary>Programs of this machine.</summary>
public static class Programs
{
    /// <summary>The path of a program that the search path has; null where it has none of this name.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe"), Path.Combine(folder, name + ".cmd") })
        .FirstOrDefault(File.Exists);
}
