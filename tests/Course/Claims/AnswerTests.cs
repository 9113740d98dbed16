using CnnCourse.Claims;

namespace CnnCourse.Tests.Claims;

public class AnswerTests
{
    [Theory]
    [InlineData("0.72", 0.7249, true)]
    [InlineData("0.72", 0.7251, false)]
    [InlineData("60965224 (60.97M)", 60_965_224, true)]
    [InlineData("60965224 (60.97M)", 60_965_225, false)]
    [InlineData("about 9.5e-07", 9.54e-7, true)]
    [InlineData("about 9.5e-07", 9.56e-7, false)]
    [InlineData("1.58e9 multiply-adds", 1_582_671_872, true)]
    [InlineData("covariance is 0", 0.4, false)]
    [InlineData("covariance is 0", 0, true)]
    [InlineData("none", 0, false)]
    public void A_number_must_round_to_what_is_written(string trueValue, double ours, bool agrees) =>
        Assert.Equal(agrees, ((Answer)ours).Agrees(trueValue));

    [Fact]
    public void Numbers_must_stand_in_the_same_order()
    {
        Answer answer = [5, 3];
        Assert.True(answer.Agrees("8 = 5+3"));
        Assert.False(answer.Agrees("3+5"));
        Assert.False(answer.Agrees("5"));
    }

    [Fact]
    public void Commas_end_a_number()
    {
        Answer answer = [224, 256, 288];
        Assert.True(answer.Agrees("{224,256,288}"));
    }

    [Fact]
    public void A_statement_must_hold()
    {
        Assert.True(((Answer)true).Agrees("identical"));
        Assert.False(((Answer)false).Agrees("identical"));
        Assert.False(Answer.That(false, 2).Agrees("2"));
        Assert.False(Answer.That(true, 3).Agrees("2"));
    }

    [Fact]
    public void An_answer_says_something() => Assert.Throws<ArgumentException>(() => Answer.From([]));
}
