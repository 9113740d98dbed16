using CnnCourse.Exercises;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Exercises;

public sealed class Lesson09Tests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly string? before = Environment.GetEnvironmentVariable("COURSE_PROGRESS");

    public Lesson09Tests() => Environment.SetEnvironmentVariable("COURSE_PROGRESS", Path.Combine(folder.FullName, "progress.json"));

    [Theory]   // by hand: 16·7·7; 3·3·64·64 + 2·64
    [InlineData("09.1", 784)]
    [InlineData("09.2", 36_992)]
    public void The_counts_are_those_made_by_hand(string id, int answer) => Assert.True(ExerciseBook.Exercise(id).Check(answer).IsRight);

    [Theory]
    [InlineData("09.1", 18_816, "map")]
    [InlineData("09.1", 49, "batch")]
    [InlineData("09.2", 37_056, "bias")]
    [InlineData("09.2", 36_864, "γ")]
    public void A_wrong_count_is_told_its_mistake(string id, int answer, string hint)
    {
        var verdict = ExerciseBook.Exercise(id).Check(answer);
        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_is_right_when_every_3x3_has_a_normalisation_and_no_bias()
    {
        var exercise = ExerciseBook.Exercise("09.3");
        Assert.Contains("3×3", exercise.Check(Net(5, bias: false, normalised: true, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("normalisation", exercise.Check(Net(3, bias: false, normalised: false, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("bias", exercise.Check(Net(3, bias: true, normalised: true, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("9×9", exercise.Check(Net(3, bias: false, normalised: true, layers: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("10,000", exercise.Check(Net(3, bias: false, normalised: true, layers: 4, maps: 64)).Message, StringComparison.Ordinal);
        Assert.True(exercise.Check(Net(3, bias: false, normalised: true, layers: 4)).IsRight);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("COURSE_PROGRESS", before);
        folder.Delete(recursive: true);
    }

    private static Module<Tensor, Tensor> Net(long kernel, bool bias, bool normalised, int layers, long maps = 8)
    {
        var all = new List<Module<Tensor, Tensor>>();
        for (var k = 0; k < layers; k++)
        {
            all.Add(Conv2d(k == 0 ? 1 : maps, maps, kernel, padding: kernel / 2, bias: bias));
            if (normalised) all.Add(BatchNorm2d(maps));
            all.Add(ReLU());
        }
        return Sequential([.. all, AdaptiveAvgPool2d(1), Flatten(), Linear(maps, 10)]);
    }
}
