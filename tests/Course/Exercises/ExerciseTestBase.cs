using CnnCourse.Exercises;

namespace CnnCourse.Tests.Exercises;

/// <summary>Answers to exercises; what is solved is kept in a file of the test's own.</summary>
public abstract class ExerciseTestBase : IDisposable
{
    private const string Variable = "COURSE_PROGRESS";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly string? before = Environment.GetEnvironmentVariable(Variable);

    protected ExerciseTestBase() => Environment.SetEnvironmentVariable(Variable, Path.Combine(folder.FullName, "progress.json"));

    protected static Verdict Judge(string id, object? answer) => ExerciseBook.Exercise(id).Check(answer);

    protected static void IsWrong(string id, object? answer, string hint)
    {
        var verdict = Judge(id, answer);
        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, before);
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
