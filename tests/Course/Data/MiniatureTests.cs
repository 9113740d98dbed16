using CnnCourse.Data;
using CnnCourse.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Data;

public class MiniatureTests
{
    private static ImageSet Set(long count) => new(arange(count * 16, ScalarType.Float32).view(count, 1, 4, 4), arange(count, ScalarType.Int64) % 2, ["a", "b"]);

    [Fact]
    public void A_pixel_of_a_miniature_is_the_mean_of_a_square()
    {
        using var scope = NewDisposeScope();
        var small = new ImageData(Set(3), Set(2)).Take(2, 1).Pooled(2);
        Assert.Equal((2L, 1L), (small.Train.Count, small.Test.Count));
        Assert.Equal([2L, 1, 2, 2], small.Train.Images.shape);
        Assert.Equal((0 + 1 + 4 + 5) / 4f, small.Train.Images[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void A_run_tells_as_often_as_it_is_asked_to()
    {
        using var scope = NewDisposeScope();
        var data = new ImageData(Set(20), Set(4));
        using var run = new TrainingRun(Sequential(Flatten(), Linear(16, 2)), data, new Recipe { Epochs = 2, BatchSize = 2, LearningRate = 0 }) { StepsBetweenReports = 5 };
        var told = new List<double>();
        Trainer.Continue(run, new Steps(p => told.Add(p.Done)));
        Assert.Equal([0.25, 0.5, 0.5, 0.75, 1, 1], told);   // twice at an epoch's end: after its last step, and with its report
    }

    private sealed class Steps(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
