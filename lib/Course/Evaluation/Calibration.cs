using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Whether a classifier that says 80 % is right in 80 of 100 cases (Guo et al. 2017).</summary>
public static class Calibration
{
    /// <summary>The predictions whose confidence lies in one interval.</summary>
    /// <param name="Lower">Lower end, excluded.</param>
    /// <param name="Upper">Upper end, included.</param>
    /// <param name="Count">Predictions in it.</param>
    /// <param name="Confidence">Their mean confidence; 0 if there are none.</param>
    /// <param name="Accuracy">The share of them that is right; 0 if there are none.</param>
    public sealed record Bin(double Lower, double Upper, int Count, double Confidence, double Accuracy);

    /// <summary>The reliability diagram: predictions sorted by their confidence into intervals of equal width.</summary>
    /// <param name="probabilities">[N, classes], rows summing to 1.</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="bins">Number of intervals.</param>
    public static IReadOnlyList<Bin> Bins(Tensor probabilities, Tensor labels, int bins = 15)
    {
        using var scope = NewDisposeScope();
        var (confidence, guess) = probabilities.max(1);
        var confident = confidence.to(ScalarType.Float64).cpu().data<double>().ToArray();
        var right = guess.eq(labels).cpu().data<bool>().ToArray();
        return
        [
            .. Enumerable.Range(0, bins).Select(b =>
            {
                var (lower, upper) = ((double)b / bins, (double)(b + 1) / bins);
                var inside = Enumerable.Range(0, right.Length).Where(n => confident[n] > lower && confident[n] <= upper).ToArray();
                return new Bin(lower, upper, inside.Length,
                    inside.Length == 0 ? 0 : inside.Average(n => confident[n]),
                    inside.Length == 0 ? 0 : inside.Average(n => right[n] ? 1.0 : 0.0));
            }),
        ];
    }

    /// <summary>Expected calibration error: the gap between confidence and accuracy, averaged over the predictions.</summary>
    public static double ExpectedError(IReadOnlyList<Bin> bins)
    {
        double total = bins.Sum(bin => bin.Count);
        return bins.Sum(bin => bin.Count / total * Math.Abs(bin.Accuracy - bin.Confidence));
    }
}
