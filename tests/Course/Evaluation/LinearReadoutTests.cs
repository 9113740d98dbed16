using CnnCourse.Evaluation;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Evaluation;

public class LinearReadoutTests
{
    [Fact]
    public void A_linear_target_is_read_off_whole_and_an_unrelated_one_not()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (x, other) = (randn(4000, 3), randn(4000, 2));
        var y = x.matmul(tensor(new[,] { { 1f, 2f }, { 0f, -1f }, { 3f, 0f } })) + 5;
        Assert.Equal(1, LinearReadout.Explained((x[..2000], y[..2000]), (x[2000..], y[2000..])), 1e-3);
        Assert.Equal(0, LinearReadout.Explained((x[..2000], other[..2000]), (x[2000..], other[2000..])), 0.05);
    }

    [Fact]
    public void Of_two_equal_directions_one_that_is_kept_tells_half()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var y = randn(4000, 2);
        Assert.Equal(0.5, LinearReadout.Explained((y[..2000, ..1], y[..2000]), (y[2000.., ..1], y[2000..])), 0.05);
    }
}
