namespace CnnCourse.Torch;

/// <summary>A file of weights that cannot be read: which file, and what is wrong with it.</summary>
public sealed class WeightFileException(string file, string problem, Exception? inner = null)
    : FormatException($"{file}: {problem}", inner)
{
    /// <summary>The file's path as it was given.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong, without the file's name.</summary>
    public string Problem { get; } = problem;
}
