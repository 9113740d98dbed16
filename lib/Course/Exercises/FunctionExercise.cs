using static TorchSharp.torch;

namespace CnnCourse.Exercises;

/// <summary>A question that a function of a tensor answers; it is tried on examples and compared with the right one.</summary>
/// <param name="id">Notebook and number.</param>
/// <param name="question">The question, in a line.</param>
/// <param name="example">Makes a tensor to try it on; called afresh for each trial.</param>
/// <param name="solution">The right function.</param>
/// <param name="mistakes">What a known mistake computes, and what to say about it.</param>
public sealed class FunctionExercise(
    string id, string question, Func<Tensor> example, Func<Tensor, Tensor> solution, params (Func<Tensor, Tensor> Computes, string Hint)[] mistakes)
    : Exercise(id, question)
{
    // Single precision, and another order of the same sums.
    private const double Rounding = 1e-4;

    /// <inheritdoc/>
    protected internal override Verdict Judge(object? answer)
    {
        if (answer is not Func<Tensor, Tensor> function) return new(false, $"The answer is a function from a tensor to a tensor; this is {answer?.GetType().Name ?? "nothing"}.");
        using var scope = NewDisposeScope();
        var (right, given) = (solution(example()), (Tensor?)null);
        try
        {
            given = function(example());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(false, $"The function fails: {e.Message.Split('\n')[0]}");
        }
        if (given is null) return new(false, "The function returns nothing.");
        if (!given.shape.SequenceEqual(right.shape))
            return new(false, $"The result has the shape [{string.Join(", ", given.shape)}]; it should be [{string.Join(", ", right.shape)}].");
        if (AreEqual(given, right)) return new(true, "Right.");
        foreach (var (computes, hint) in mistakes)
            if (AreEqual(given, computes(example()))) return new(false, hint);
        return new(false, "The shape is right, the numbers are not: try it on a tensor small enough to do by hand.");
    }

    private static bool AreEqual(Tensor one, Tensor other) =>
        one.shape.SequenceEqual(other.shape) && (one.to(ScalarType.Float64) - other.to(ScalarType.Float64)).abs().max().item<double>() <= Rounding;
}
