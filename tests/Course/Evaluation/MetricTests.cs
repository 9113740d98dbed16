using CnnCourse.Evaluation;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Evaluation;

public sealed class MetricTests
{
    [Fact]
    public void Top_k_error_by_hand()
    {
        using var scope = NewDisposeScope();
        var scores = tensor(new float[] { 5, 4, 3, 2, /**/ 1, 2, 3, 4, /**/ 1, 9, 8, 0 }).view(3, 4);
        var labels = tensor(new long[] { 0, 1, 2 });   // places 1, 3 and 2
        Assert.Equal(2 / 3.0, TopK.Error(scores, labels), 12);
        Assert.Equal(1 / 3.0, TopK.Error(scores, labels, 2), 12);
        Assert.Equal(0, TopK.Error(scores, labels, 3), 12);
        Assert.Equal(0, TopK.Error(scores, labels, 5), 12);
    }

    [Fact]
    public void Top_k_error_is_the_share_of_labels_outside_the_k_best()
    {
        using var scope = NewDisposeScope();
        manual_seed(31);
        var (scores, labels) = (randn(200, 10), randint(10, new long[] { 200 }));
        var (rows, right) = (Drawn.Floats(scores).Chunk(10).ToArray(), labels.data<long>().ToArray());
        for (var k = 1; k <= 10; k++)
        {
            var wrong = rows.Zip(right).Count(pair => pair.First.Count(score => score > pair.First[pair.Second]) >= k);
            Assert.Equal(wrong / 200.0, TopK.Error(scores, labels, k), 12);
        }
    }

    [Fact]
    public void Reliability_by_hand()
    {
        using var scope = NewDisposeScope();
        var probabilities = tensor(new float[] { 0.9f, 0.1f, 0.8f, 0.2f, 0.3f, 0.7f, 0.45f, 0.55f }).view(4, 2);
        var bins = Calibration.Bins(probabilities, tensor(new long[] { 0, 1, 1, 0 }), bins: 4);

        Assert.Equal([0, 0, 2, 2], bins.Select(bin => bin.Count));
        Assert.Equal(0.625, bins[2].Confidence, 6);   // 0.7 right, 0.55 wrong
        Assert.Equal(0.5, bins[2].Accuracy, 6);
        Assert.Equal(0.85, bins[3].Confidence, 6);    // 0.9 right, 0.8 wrong
        Assert.Equal(0.5, bins[3].Accuracy, 6);
        Assert.Equal((0.125 + 0.35) / 2, Calibration.ExpectedError(bins), 6);
    }

    [Fact]
    public void A_classifier_that_is_always_sure_and_right_is_calibrated()
    {
        using var scope = NewDisposeScope();
        var bins = Calibration.Bins(eye(4), arange(4));
        Assert.Equal(0, Calibration.ExpectedError(bins), 12);
        Assert.Equal(4, bins[^1].Count);
    }
}
