using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

/// <summary>The sigmoid and chains of it.</summary>
internal static class GradientClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["sigmoid.range"] = IsOpenInterval,
        ["sigmoid.maxgrad"] = () => [SteepestSlope(), SteepestAt()],
        ["sigmoid.025n"] = () => Answer.That(ChainGradient(10) < Math.Pow(SteepestSlope(), 10), SteepestSlope(), 10, Math.Pow(SteepestSlope(), 10)),
        ["gradient.chain"] = IsProductOfSlopesAndWeights,
        ["gradient.explode.100"] = () => [Exploded(1), .. new[] { 1, 2, 3, 4 }.Select(Exploded)],
    };

    /// <summary>The greatest slope of the sigmoid, found on a grid that holds 0.</summary>
    public static double SteepestSlope()
    {
        using var scope = NewDisposeScope();
        return Slope(Grid()).max().Value();
    }

    private static double SteepestAt()
    {
        using var scope = NewDisposeScope();
        var grid = Grid();
        return grid[Slope(grid).argmax()].Value();
    }

    private static Tensor Grid() => arange(-64, 65, dtype: ScalarType.Float64) / 8;

    private static Tensor Slope(Tensor x)
    {
        var at = x.detach().clone().requires_grad_();
        at.sigmoid().sum().backward();
        return at.grad!;
    }

    // In exact arithmetic; from about 17 on, single precision rounds up to 1.
    private static Answer IsOpenInterval()
    {
        using var scope = NewDisposeScope();
        var y = Grid().sigmoid();
        return y.min().Value() > 0 && y.max().Value() < 1 && tensor(40f).sigmoid().Value() == 1;
    }

    // All weights 1, input 0.
    private static double ChainGradient(int layers)
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, ScalarType.Float64).requires_grad_();
        Enumerable.Range(0, layers).Aggregate((Tensor)x, (h, _) => h.sigmoid()).sum().backward();
        return x.grad!.Value();
    }

    private static Answer IsProductOfSlopesAndWeights()
    {
        using var scope = NewDisposeScope();
        double[] weights = [0.7, -1.3, 2.1], biases = [0.2, -0.4, 0.1, 0.3];
        var firstBias = tensor(biases[0], ScalarType.Float64).requires_grad_();
        var activation = firstBias.sigmoid();
        var product = Slope(firstBias);
        foreach (var (k, weight) in weights.Index())
        {
            var z = activation * weight + biases[k + 1];
            product = product * weight * Slope(z);
            activation = z.sigmoid();
        }
        activation.backward();
        return Tried.AreEqual(firstBias.grad!, product);
    }

    // Every unit is held at 0, its steepest point: the bias takes back what the weight brings.
    private static double Exploded(int layers)
    {
        using var scope = NewDisposeScope();
        const double weight = 100;
        var x = zeros(1, ScalarType.Float64).requires_grad_();
        var h = x.sigmoid();
        for (var layer = 1; layer < layers; layer++) h = (weight * h - weight * h.detach()).sigmoid();
        (weight * h).sum().backward();
        return x.grad!.Value();
    }
}
