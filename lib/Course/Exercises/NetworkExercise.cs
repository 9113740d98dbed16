using CnnCourse.Arithmetic;
using static TorchSharp.torch;

namespace CnnCourse.Exercises;

/// <summary>A question that a network answers; its layer table is judged, so no training is needed.</summary>
/// <param name="id">Notebook and number.</param>
/// <param name="question">The question, in a line.</param>
/// <param name="input">Shape of the image that the network must take.</param>
/// <param name="faults">What must not be, and what to say where it is; the first that applies is said.</param>
public sealed class NetworkExercise(string id, string question, long[] input, params (Func<LayerTable, bool> Applies, string Hint)[] faults) : Exercise(id, question)
{
    /// <inheritdoc/>
    protected internal override Verdict Judge(object? answer)
    {
        if (answer is not nn.Module<Tensor, Tensor> model) return new(false, $"The answer is a network; this is {answer?.GetType().Name ?? "nothing"}.");
        LayerTable table;
        try
        {
            table = LayerTable.Of(model, input);
        }
        catch (ArgumentException e)
        {
            return new(false, $"The network does not run: {e.Message}");
        }
        foreach (var (applies, hint) in faults)
            if (applies(table)) return new(false, hint);
        return new(true, "Right.");
    }
}
