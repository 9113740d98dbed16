namespace CnnCourse.Notebooks;

/// <summary>A file that should be a notebook and is not; the message starts with its name.</summary>
public sealed class NotebookFormatException(string path, string message, Exception? inner = null) : Exception($"{path}: {message}", inner)
{
    public string Path => path;
}
