using CnnCourse.Layers;
using CnnCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

public class LeNet5Tests
{
    private const double Rounding = 1e-4;   // float32 sums of a few hundred terms

    [Fact]   // LeCun et al. 1998, Table I: columns of 3, 4, 4 and 6 crosses
    public void Table_I_has_sixty_crosses_and_ten_in_each_row()
    {
        Assert.Equal([3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6], LeNet5.Table1.Select(seen => seen.Length));
        Assert.All(Enumerable.Range(0, 6), map => Assert.Equal(10, LeNet5.Table1.Count(seen => seen.Contains(map))));
        Assert.Equal(16, LeNet5.Table1.Select(seen => string.Join(',', seen)).Distinct().Count());
    }

    [Fact]
    public void Codes_are_ten_different_7x12_pictures_of_plus_and_minus_one()
    {
        Assert.Equal((10, 84), (DigitCodes.Codes.GetLength(0), DigitCodes.Codes.GetLength(1)));
        Assert.All(DigitCodes.Codes.Cast<float>(), pixel => Assert.Equal(1, Math.Abs(pixel)));
        for (var a = 0; a < 10; a++)
            for (var b = 0; b < a; b++)
                Assert.True(Enumerable.Range(0, 84).Count(k => DigitCodes.Codes[a, k] != DigitCodes.Codes[b, k]) >= 4, $"{a} and {b} are too near");
    }

    [Fact]
    public void Squashing_takes_plus_and_minus_one_to_themselves()
    {
        using var scope = NewDisposeScope();
        var y = ScaledTanh.Squash(tensor(new[] { -1f, 0f, 1f, 100f })).data<float>().ToArray();
        Assert.Equal(-1, y[0], 4);
        Assert.Equal(0, y[1]);
        Assert.Equal(1, y[2], 4);
        Assert.Equal(1.7159, y[3], 4);
    }

    [Theory]
    [InlineData("lenet5")]
    [InlineData("lenet5_paper")]
    public void C5_is_a_convolution_so_the_network_slides_over_a_larger_image(string name)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        manual_seed(3);
        var model = ModelZoo.Create(name);
        var image = randn(1, 1, 36, 36);
        var map = model.call(image);
        Assert.Equal([1, 10, 2, 2], map.shape);
        for (var row = 0; row < 2; row++)
            for (var column = 0; column < 2; column++)
            {
                var window = model.call(image.narrow(2, 4 * row, 32).narrow(3, 4 * column, 32));
                Assert.Equal([1, 10], window.shape);
                var difference = (map.narrow(2, row, 1).narrow(3, column, 1).flatten() - window.flatten()).abs().max().item<float>();
                Assert.InRange(difference, 0, Rounding * Math.Max(1, window.abs().max().item<float>()));
            }
    }

    [Fact]   // by hand: 3·(1+2+3+4) + 0.5, and 3·(-1) + 0.5
    public void Subsampling_is_coefficient_times_sum_plus_bias()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var layer = new Subsampling(1);
        layer.get_parameter("coefficient")!.fill_(3);
        layer.get_parameter("bias")!.fill_(0.5);
        var y = layer.call(tensor(new float[] { 1, 2, -1, 0, 3, 4, 0, 0 }, [1, 1, 2, 4]));
        Assert.Equal([30.5f, -2.5f], y.data<float>().ToArray());
    }

    [Fact]
    public void Sparse_convolution_equals_a_full_one_with_zeros()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var layer = new SparseConv2d(3, 3, [[0, 2], [1]]);
        var x = randn(2, 3, 7, 7);
        var planes = layer.get_parameter("planes")!;
        var full = zeros(2, 3, 3, 3);
        using (no_grad())
        {
            full[0, 0] = planes[0];
            full[0, 2] = planes[1];
            full[1, 1] = planes[2];
        }
        var expected = functional.conv2d(x, full, layer.get_parameter("bias"));
        Assert.True(layer.call(x).allclose(expected, 1e-5, 1e-6));

        layer.call(x).sum().backward();
        Assert.Equal([3, 3, 3], planes.grad!.shape);
        Assert.True(planes.grad.ne(0).all().item<bool>());
    }

    [Fact]   // by hand: (1-1)² + (2+1)² = 9 and (1+1)² + (2-1)² = 5
    public void Rbf_units_give_squared_distances()
    {
        using var scope = NewDisposeScope();
        var rbf = new EuclideanRbf(new float[,] { { 1, -1 }, { -1, 1 } });
        Assert.Equal([9f, 5f], rbf.call(tensor(new float[] { 1, 2 }, [1, 2])).data<float>().ToArray());
        Assert.Empty(rbf.parameters());
    }

    [Fact]
    public void Losses_equal_those_worked_out_by_hand()
    {
        using var scope = NewDisposeScope();
        var penalties = tensor(new float[] { 2, 0, 5, 1, 4, 3 }, [2, 3]);
        var labels = tensor(new long[] { 0, 2 });
        Assert.Equal((2 + 3) / 2.0, RbfLoss.MeanSquared(penalties, labels).item<float>(), 5);

        var first = 2 + Math.Log(Math.Exp(-1.5) + Math.Exp(-2) + 1 + Math.Exp(-5));
        var second = 3 + Math.Log(Math.Exp(-1.5) + Math.Exp(-1) + Math.Exp(-4) + Math.Exp(-3));
        Assert.Equal((first + second) / 2, RbfLoss.MaximumAPosteriori(penalties, labels, j: 1.5).item<float>(), 5);
    }

    [Fact]   // appendix A: uniform in ±2.4/F
    public void Initial_weights_fill_the_papers_range()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var model = new LeNet5();
        foreach (var (layer, fanIn) in new[] { ("C5.weight", 400), ("F6.weight", 120) })
        {
            var most = model.get_parameter(layer)!.abs().max().item<float>();
            Assert.InRange(most, 0.99 * 2.4 / fanIn, 2.4 / fanIn);
        }
    }
}
