using CnnCourse.Exercises;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Exercises;

public sealed class PartTwoExerciseTests : ExerciseTestBase
{
    [Theory]   // by hand
    [InlineData("04.1", 614_656)]      // 5·5·96·256 + 256
    [InlineData("04.2", 27_455_848)]   // convolutions 2,334,080 + (9216+1)·2048 + (2048+1)·2048 + (2048+1)·1000
    [InlineData("05.1", 14)]           // 3·4 + 2
    [InlineData("05.2", 42_688_800)]   // 55·55·96·7·7·3
    [InlineData("06.1", 15_456)]       // 160·96 + 96
    [InlineData("06.2", 1_025_000)]    // 1024·1000 + 1000
    public void Counts_are_those_made_by_hand(string id, long answer) => Assert.True(Judge(id, answer).IsRight);

    [Theory]
    [InlineData("04.1", 307_456, "each half sees 48")]
    [InlineData("04.1", 614_400, "biases")]
    [InlineData("04.2", 60_965_224, "Change the line")]
    [InlineData("05.1", 15, "counted from 0")]
    [InlineData("05.1", 11, "Rows come first")]
    [InlineData("05.2", 170_755_200, "stride 2")]
    [InlineData("06.1", 15_360, "biases")]
    [InlineData("06.2", 50_177_000, "7×7")]
    [InlineData("06.2", 1_024_000, "biases")]
    public void Known_mistakes_are_told_apart(string id, long answer, string hint) => IsWrong(id, answer, hint);

    [Fact]
    public void Networks_are_judged_by_their_tables()
    {
        var few = Sequential(Conv2d(1, 8, 3), ReLU(), AdaptiveAvgPool2d(1), Flatten(), Linear(8, 10));
        Assert.Contains("five convolutions", ExerciseBook.Exercise("04.3").Check(few).Message, StringComparison.Ordinal);
        Assert.Contains("less than 20", ExerciseBook.Exercise("05.3").Check(few).Message, StringComparison.Ordinal);
        Assert.Contains("linear layer", ExerciseBook.Exercise("06.3").Check(few).Message, StringComparison.Ordinal);
        Assert.Contains("[N, 10]", ExerciseBook.Exercise("06.3").Check(Sequential(Conv2d(1, 10, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 7×7", ExerciseBook.Exercise("05.3").Check(Sequential(Conv2d(1, 10, 9), AdaptiveAvgPool2d(1), Flatten())).Message, StringComparison.Ordinal);

        var wide = Sequential(Conv2d(1, 16, 5, stride: 2), ReLU(), Conv2d(16, 16, 5, stride: 2), ReLU(), Conv2d(16, 10, 3), AdaptiveAvgPool2d(1), Flatten());
        Assert.True(ExerciseBook.Exercise("06.3").Check(wide).IsRight);
        Assert.True(ExerciseBook.Exercise("05.3").Check(wide).IsRight);
    }
}
