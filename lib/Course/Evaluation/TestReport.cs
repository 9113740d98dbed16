using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>What a classifier said about a labelled set.</summary>
public sealed class TestReport : IDisposable
{
    private readonly long[] truth;
    private readonly long[] predicted;

    /// <param name="scores">[N, classes], the largest wins; taken over.</param>
    /// <param name="labels">[N] int64, on the CPU; copied.</param>
    /// <param name="classes">The names of the labels.</param>
    public TestReport(Tensor scores, Tensor labels, IReadOnlyList<string> classes)
    {
        using var scope = NewDisposeScope();
        (Scores, Classes) = (scores.DetachFromDisposeScope(), classes);
        truth = labels.data<long>().ToArray();
        predicted = scores.argmax(1).data<long>().ToArray();
    }

    /// <summary>[N, classes].</summary>
    public Tensor Scores { get; }

    /// <summary>The names of the labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Number of images.</summary>
    public int Count => truth.Length;

    /// <summary>Images whose class is right.</summary>
    public int Right => truth.Zip(predicted).Count(pair => pair.First == pair.Second);

    /// <summary>Share of the images whose class is right.</summary>
    public double Accuracy => Count == 0 ? 0 : Right / (double)Count;

    /// <summary>[true class, predicted class] counts.</summary>
    public int[,] Confusion
    {
        get
        {
            var counts = new int[Classes.Count, Classes.Count];
            foreach (var (right, said) in truth.Zip(predicted)) counts[right, said]++;
            return counts;
        }
    }

    /// <summary>Share of right answers among the images of each class.</summary>
    public IReadOnlyList<double> AccuracyByClass
    {
        get
        {
            var counts = Confusion;
            return [.. Enumerable.Range(0, Classes.Count).Select(c =>
                counts[c, c] / (double)Math.Max(1, Enumerable.Range(0, Classes.Count).Sum(k => counts[c, k])))];
        }
    }

    /// <summary>The wrong answers that the network was surest of, surest first.</summary>
    public IReadOnlyList<Mistake> Mistakes(int count)
    {
        using var scope = NewDisposeScope();
        var sureness = Scores.to(ScalarType.Float64).softmax(1).amax([1]).data<double>().ToArray();
        return [.. Enumerable.Range(0, Count).Where(row => truth[row] != predicted[row])
            .OrderByDescending(row => sureness[row]).Take(count)
            .Select(row => new Mistake(row, (int)truth[row], (int)predicted[row], sureness[row]))];
    }

    /// <summary>Releases the scores.</summary>
    public void Dispose() => Scores.Dispose();
}
