namespace CnnCourse.Exercises;

/// <summary>A question whose answer is checked at once.</summary>
/// <param name="id">Notebook and number: <c>02.1</c>.</param>
/// <param name="question">The question, in a line.</param>
public abstract class Exercise(string id, string question)
{
    /// <summary>Notebook and number: <c>02.1</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The question, in a line.</summary>
    public string Question { get; } = question;

    /// <summary>Says whether an answer is right, or what kind of mistake it holds, and notes a right one in the progress file.</summary>
    public Verdict Check(object? answer)
    {
        var verdict = Judge(answer);
        ProgressFile.Default.Note(Id, verdict.IsRight);
        return verdict;
    }

    /// <summary>Says whether an answer is right, or what kind of mistake it holds.</summary>
    protected internal abstract Verdict Judge(object? answer);

    /// <inheritdoc/>
    public override string ToString() => $"Exercise {Id}: {Question}";
}
