using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Top-k error: how often the right class is not among the k best guesses.</summary>
public static class TopK
{
    /// <summary>A share in 0..1.</summary>
    /// <param name="scores">[N, classes], logits or probabilities.</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="k">Guesses allowed; all classes if there are fewer.</param>
    public static double Error(Tensor scores, Tensor labels, int k = 1)
    {
        using var scope = NewDisposeScope();
        var (_, guesses) = scores.topk((int)Math.Min(k, scores.shape[1]), 1);
        return 1 - guesses.eq(labels.unsqueeze(1)).any(1).to(ScalarType.Float64).mean().item<double>();
    }
}
