namespace CnnCourse.Data;

/// <summary>A data file that cannot be used: the file, what was found, what was expected, what to do.</summary>
public sealed class BadDataException(string path, string found, string expected, Exception? cause = null)
    : IOException($"{path}: found {found}, expected {expected}. Delete the file, so that it is fetched again, or put a good copy in its place.", cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
