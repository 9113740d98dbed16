using CnnCourse.Layers;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Layers;

public sealed class LocalResponseNormalizationTests
{
    private const double Tolerance = 1e-5;   // powers in single precision

    // The formula of Krizhevsky et al. 2012, §3.3, map by map.
    private static float[] Naive(Tensor a, int n, double alpha, double beta, double k)
    {
        var (shape, values) = (a.shape, Drawn.Floats(a));
        var (maps, places) = ((int)shape[1], (int)(shape[2] * shape[3]));
        var result = new float[values.Length];
        for (var image = 0; image < shape[0]; image++)
            for (var i = 0; i < maps; i++)
                for (var place = 0; place < places; place++)
                {
                    double At(int map) => values[(image * maps + map) * places + place];
                    var sum = 0.0;
                    for (var j = Math.Max(0, i - n / 2); j <= Math.Min(maps - 1, i + n / 2); j++) sum += At(j) * At(j);
                    result[(image * maps + i) * places + place] = (float)(At(i) / Math.Pow(k + alpha * sum, beta));
                }
        return result;
    }

    [Theory]
    [InlineData(5, 1e-4, 0.75, 2)]
    [InlineData(3, 0.5, 0.5, 1)]
    public void Papers_form_multiplies_the_sum_of_squares_by_alpha(int n, double alpha, double beta, double k)
    {
        using var scope = NewDisposeScope();
        var a = randn(2, 7, 3, 4) * 20;
        var b = LocalResponseNormalization.Paper(n, alpha, beta, k).call(a);
        Assert.InRange(Drawn.RelativeError(Naive(a, n, alpha, beta, k), Drawn.Floats(b)), 0, Tolerance);
    }

    [Theory]
    [InlineData(5, 1e-4, 0.75, 1)]
    [InlineData(3, 0.5, 0.5, 2)]
    public void Caffes_form_divides_alpha_by_the_neighbours_as_PyTorch_does(int n, double alpha, double beta, double k)
    {
        using var scope = NewDisposeScope();
        var a = randn(2, 7, 3, 4) * 20;
        var b = Drawn.Floats(LocalResponseNormalization.Caffe(n, alpha, beta, k).call(a));
        Assert.InRange(Drawn.RelativeError(Naive(a, n, alpha / n, beta, k), b), 0, Tolerance);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(LocalResponseNorm(n, alpha, beta, k).call(a)), b), 0, Tolerance);
    }

    [Fact]
    public void An_even_neighbourhood_is_refused() =>
        Assert.Contains("odd number", Assert.Throws<ArgumentException>(() => LocalResponseNormalization.Paper(n: 4)).Message, StringComparison.Ordinal);
}
