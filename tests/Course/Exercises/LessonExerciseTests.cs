using CnnCourse.Exercises;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Tests.Exercises;

/// <summary>The exercises of notebooks 00, 01 and 03; answers by hand.</summary>
public sealed class LessonExerciseTests : ExerciseTestBase
{
    private static Verdict Judge(string id, Func<Tensor, Tensor> answer) => Judge(id, (object)answer);

    [Theory]
    [InlineData("00.1", 47_040_000)]   // 60000·28·28
    [InlineData("00.2", 10)]           // 3·2² - 2
    [InlineData("01.1", 73_856)]       // (3·3·64 + 1)·128
    [InlineData("01.2", 13)]           // 1 + 2 + 2 + 2·2 + 2·2
    [InlineData("03.1", 282)]          // 3·94
    [InlineData("03.2", 4)]            // 4·0.25 = 1
    public void The_count_by_hand_is_right(string id, int answer) => Assert.True(Judge(id, answer).IsRight);

    [Theory]
    [InlineData("00.1", 784, "one image")]
    [InlineData("00.2", 12, "-2x")]
    [InlineData("01.1", 73_728, "biases")]
    [InlineData("01.1", 1_280, "64 maps")]
    [InlineData("01.2", 9, "strides 1")]
    [InlineData("01.2", 15, "second")]
    [InlineData("03.1", 279, "last batch")]
    [InlineData("03.1", 18_000, "per-example")]
    [InlineData("03.2", 1, "quarter")]
    public void A_known_mistake_is_named(string id, int answer, string hint) => IsWrong(id, answer, hint);

    [Fact]
    public void Each_image_is_to_lose_its_own_mean()
    {
        Assert.True(Judge("00.3", x => (x.flatten(1) - x.flatten(1).mean([1], true)).view(x.shape)).IsRight);
        Assert.Contains("whole batch", Judge("00.3", x => x - x.mean()).Message, StringComparison.Ordinal);
        Assert.Contains("shape", Judge("00.3", x => x.sum()).Message, StringComparison.Ordinal);
        Assert.Contains("fails", Judge("00.3", _ => throw new ArgumentException("no")).Message, StringComparison.Ordinal);
        Assert.Contains("Int32", Judge("00.3", (object)3).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_field_can_be_had_for_a_fifth_of_the_parameters()
    {
        // dilations 1, 2, 4 see 3 + 4 + 8 = 15 pixels; (9·3+1)·8 + (9·8+1)·8 + (9·8+1)·16 = 1,976 of 10,816 parameters
        using var dilated = Sequential(Conv2d(3, 8, 3, padding: 1), Conv2d(8, 8, 3, padding: 2, dilation: 2), Conv2d(8, 16, 3, padding: 4, dilation: 4));
        Assert.True(Judge("01.3", dilated).IsRight);
        using var wide = Conv2d(3, 16, 15, padding: 7);
        Assert.Contains("fifth", Judge("01.3", wide).Message, StringComparison.Ordinal);
        using var small = Conv2d(3, 16, 3, padding: 1);
        Assert.Contains("sees too little", Judge("01.3", small).Message, StringComparison.Ordinal);
        using var cropped = Conv2d(3, 16, 15);
        Assert.Contains("padding", Judge("01.3", cropped).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_of_the_cross_entropy_is_probability_less_the_right_answer()
    {
        static Tensor OneHot(Tensor x)
        {
            var right = zeros_like(x);
            right[.., 0] = 1;
            return right;
        }
        Assert.True(Judge("03.3", x => (softmax(x, 1) - OneHot(x)) / x.shape[0]).IsRight);
        Assert.Contains("probabilities", Judge("03.3", x => softmax(x, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("mean", Judge("03.3", x => softmax(x, 1) - OneHot(x)).Message, StringComparison.Ordinal);
        Assert.Contains("sign", Judge("03.3", x => (OneHot(x) - softmax(x, 1)) / x.shape[0]).Message, StringComparison.Ordinal);
    }
}
