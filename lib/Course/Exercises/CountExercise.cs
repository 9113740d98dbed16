using System.Globalization;

namespace CnnCourse.Exercises;

/// <summary>A question that a whole number answers; wrong numbers that come from known mistakes are told apart.</summary>
/// <param name="id">Notebook and number.</param>
/// <param name="question">The question, in a line.</param>
/// <param name="solution">Computes the answer.</param>
/// <param name="mistakes">What a known mistake leads to, and what to say about it.</param>
public sealed class CountExercise(string id, string question, Func<long> solution, params (Func<long> Leads, string Hint)[] mistakes) : Exercise(id, question)
{
    /// <inheritdoc/>
    protected internal override Verdict Judge(object? answer)
    {
        if (!TryRead(answer, out var number)) return new(false, $"The answer is a whole number; this is {answer?.GetType().Name ?? "nothing"}.");
        var right = solution();
        if (number == right) return new(true, "Right.");
        foreach (var (leads, hint) in mistakes)
            if (number == leads()) return new(false, hint);
        return new(false, number <= 0 ? "A count is more than zero."
            : Math.Abs(Math.Log10(number / (double)right)) >= 1 ? "Not right, and not near: has a factor been left out or put in twice?"
            : "Not right, though of the right size: write the sum out term by term.");
    }

    private static bool TryRead(object? given, out long number)
    {
        number = 0;
        try
        {
            if (given is null or bool or char) return false;
            var value = Convert.ToDecimal(given, CultureInfo.InvariantCulture);
            number = (long)value;
            return value == number;
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
