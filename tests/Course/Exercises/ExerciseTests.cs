using CnnCourse.Exercises;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Exercises;

public sealed class ExerciseTests : ExerciseTestBase
{
    [Theory]   // by hand: (5·5·6+1)·16; (3·3+1)·6·30·30
    [InlineData("02.1", 2416)]
    [InlineData("02.2", 54_000)]
    public void A_right_count_is_right_in_any_number_type(string id, int answer)
    {
        Assert.True(Judge(id, answer).IsRight);
        Assert.True(ExerciseBook.Exercise(id).Check((double)answer).IsRight);
        Assert.True(ExerciseBook.Exercise(id).Check((long)answer).IsRight);
    }

    [Theory]
    [InlineData("02.1", 2400, "biases")]
    [InlineData("02.1", 1516, "Table I")]
    [InlineData("02.1", 241_600, "connections")]
    [InlineData("02.2", 60, "parameters")]
    [InlineData("02.2", 48_600, "biases")]
    [InlineData("02.2", 47_040, "28×28")]
    [InlineData("02.1", 2417, "right size")]
    [InlineData("02.1", 7, "factor")]
    [InlineData("02.1", "many", "whole number")]
    [InlineData("02.1", null, "whole number")]
    public void A_wrong_count_is_told_its_mistake_but_not_the_answer(string id, object? answer, string hint)
    {
        var verdict = Judge(id, answer);
        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2416", verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("54000", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_is_judged_by_its_table()
    {
        var exercise = ExerciseBook.Exercise("02.3");
        Assert.Contains("fewer parameters", exercise.Check(ModelZoo.Create("lenet5")).Message, StringComparison.Ordinal);
        Assert.Contains("ten classes", exercise.Check(Sequential(Conv2d(1, 4, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("does not run", exercise.Check(Sequential(Conv2d(3, 4, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("whole image", exercise.Check(Sequential(Conv2d(1, 10, 5, stride: 28), Flatten())).Message, StringComparison.Ordinal);
        Assert.True(exercise.Check(Sequential(Conv2d(1, 8, 8, stride: 4), ReLU(), Flatten(), Linear(8 * 7 * 7, 10))).IsRight);
    }

    [Fact]
    public void Progress_is_kept_with_the_first_right_answer()
    {
        var exercise = ExerciseBook.Exercise("02.1");
        exercise.Check(1);
        Assert.Equal(new ExerciseState(1, null), ProgressFile.Default.Read()["02.1"]);
        exercise.Check(2416);
        var state = ProgressFile.Default.Read()["02.1"];
        Assert.Equal(2, state.Attempts);
        Assert.NotNull(state.Solved);
    }

    [Fact]
    public void A_damaged_progress_file_counts_as_empty()
    {
        File.WriteAllText(ProgressFile.Default.Path, "{ not json");
        Assert.Empty(ProgressFile.Default.Read());
    }

    [Fact]
    public void An_unknown_exercise_is_answered_with_the_nearest() =>
        Assert.Contains("02.1", Assert.Throws<UnknownNameException>(() => ExerciseBook.Exercise("02.11")).Message, StringComparison.Ordinal);
}
