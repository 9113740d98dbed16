using CnnCourse.Layers;
using CnnCourse.Models;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Layers;

public sealed class InitialisationTests
{
    // 64 · 32 · 3 · 3 = 18,432 weights: the deviation of a sample is within 2 % of the truth (four standard errors).
    private const double Within = 0.02;

    private static double DeviationAfter(Action<Module> initialise)
    {
        manual_seed(11);
        using var network = Sequential(Conv2d(32, 64, 3), ReLU());
        initialise(network);
        var parameters = network.parameters().ToArray();
        Assert.All(Drawn.Floats(parameters[1]), bias => Assert.Equal(0, bias));
        Assert.InRange(Drawn.Floats(parameters[0]).Average(), -0.005, 0.005);
        return Math.Sqrt(Drawn.Floats(parameters[0]).Average(w => w * (double)w));
    }

    public static TheoryData<string, double> Deviations => new()
    {
        { "Gaussian", 0.01 },
        { "Xavier", Math.Sqrt(2.0 / (32 * 9 + 64 * 9)) },
        { "He, fan in", Math.Sqrt(2.0 / (32 * 9)) },
        { "He, fan out", Math.Sqrt(2.0 / (64 * 9)) },
    };

    [Theory, MemberData(nameof(Deviations))]
    public void Weights_have_the_stated_deviation(string name, double expected)
    {
        var deviation = DeviationAfter(name switch
        {
            "Gaussian" => network => Initialise.Gaussian(network),
            "Xavier" => Initialise.Xavier,
            "He, fan in" => network => Initialise.He(network),
            _ => network => Initialise.He(network, init.FanInOut.FanOut),
        });
        Assert.InRange(deviation / expected, 1 - Within, 1 + Within);
    }

    [Fact]
    public void Lsuv_gives_every_layer_unit_variance()
    {
        manual_seed(12);
        using var scope = NewDisposeScope();
        using var network = Sequential(Conv2d(3, 8, 3, padding: 1), Tanh(), Conv2d(8, 8, 3, padding: 1), ReLU(), Flatten(), Linear(8 * 36, 10));
        var batch = randn(32, 3, 6, 6) * 5 + 2;
        Initialise.Lsuv(network, batch, tolerance: 0.01);

        var variances = new List<double>();
        foreach (var layer in network.children().OfType<Module<Tensor, Tensor>>().Where(layer => layer.parameters().Any()))
            layer.register_forward_hook((_, _, output) =>
            {
                variances.Add(output.var(unbiased: false).item<float>());
                return output;
            });
        network.call(batch);
        Assert.Equal(3, variances.Count);
        Assert.All(variances, variance => Assert.InRange(variance, 0.99, 1.01));
        Assert.True(network.training);
    }

    [Fact]
    public void Lsuv_says_which_layer_puts_out_a_constant()
    {
        using var network = Sequential(Conv2d(1, 2, 3));
        using var batch = zeros(2, 1, 5, 5);
        Assert.Contains("Conv2d", Assert.Throws<ArgumentException>(() => Initialise.Lsuv(network, batch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vgg_D_takes_the_first_four_convolutions_and_the_linear_layers_of_A()
    {
        using var scope = NewDisposeScope();
        using var shallow = new Vgg(Vgg.Column("A"), 5, width: 0.0625, input: 32);
        using var deep = new Vgg(Vgg.Column("D"), 5, width: 0.0625, input: 32);
        var untouched = Drawn.Floats(deep.state_dict()["features.2.weight"]);
        var copied = Initialise.FromShallow(deep, shallow);

        // In D the stages begin at features 0, 5, 10; the second convolution of A's third stage is D's second there.
        Assert.Equal(
            [("features.0", "features.0"), ("features.3", "features.5"), ("features.6", "features.10"), ("features.8", "features.12"),
             ("classifier.0", "classifier.0"), ("classifier.3", "classifier.3"), ("classifier.6", "classifier.6")], copied);
        foreach (var (from, to) in copied)
            Assert.Equal(Drawn.Floats(shallow.state_dict()[$"{from}.weight"]), Drawn.Floats(deep.state_dict()[$"{to}.weight"]));
        Assert.Equal(untouched, Drawn.Floats(deep.state_dict()["features.2.weight"]));
    }

    [Fact]
    public void AlexNet_starts_with_biases_of_one_where_the_paper_says_so()
    {
        using var model = new AlexNet(AlexNet.Paper with { Input = 99 }, 5, 0.125).Initialised();
        var ones = model.named_parameters().Where(entry => entry.Item1.EndsWith("bias", StringComparison.Ordinal) && Drawn.Floats(entry.Item2).All(b => b == 1));
        Assert.Equal(["features.4.bias", "features.10.bias", "features.12.bias", "classifier.0.bias", "classifier.3.bias"], ones.Select(entry => entry.Item1));
    }
}
