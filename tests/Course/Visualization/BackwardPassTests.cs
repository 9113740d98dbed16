using CnnCourse.Layers;
using CnnCourse.Models;
using CnnCourse.Tests.Models;
using CnnCourse.Visualization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Visualization;

public sealed class BackwardPassTests
{
    private const double Tolerance = 1e-5;   // sums in single precision

    private static Func<Tensor, Tensor> Send(Tensor signal) => _ => signal.clone();

    [Fact]   // PyTorch's documentation of MaxUnpool2d: 1 to 16 in a 4×4 map, 2×2 windows
    public void Unpooling_restores_the_maxima_to_their_places()
    {
        using var scope = NewDisposeScope();
        var image = arange(1, 17, ScalarType.Float32).view(1, 1, 4, 4);
        var pattern = BackwardPass.Of(Sequential(MaxPool2d(2)), "0", image, maxima => maxima);
        Assert.Equal([0, 0, 0, 0, 0, 6, 0, 8, 0, 0, 0, 0, 0, 14, 0, 16], Drawn.Floats(pattern));
    }

    [Fact]   // ONNX, operator MaxUnpool, example without output_shape: values 1 2 3 4 at flat places 5, 7, 13, 15 of a 4×4 map
    public void Switches_are_those_of_pooling_with_indices()
    {
        using var scope = NewDisposeScope();
        var (image, signal) = (zeros(1, 1, 4, 4), tensor(new float[] { 1, 2, 3, 4 }, [1, 1, 2, 2]));
        foreach (var place in new[] { 5, 7, 13, 15 }) image.view(16)[place] = 1;
        var pattern = BackwardPass.Of(Sequential(MaxPool2d(2)), "0", image, Send(signal));
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4], Drawn.Floats(pattern));

        var (_, switches) = functional.max_pool2d_with_indices(image, [2, 2]);
        Assert.Equal([5, 7, 13, 15], switches.data<long>().ToArray());
        Assert.Equal(Drawn.Floats(functional.max_unpool2d(signal, switches, [2, 2])), Drawn.Floats(pattern));
    }

    [Fact]
    public void A_linear_networks_deconvnet_is_its_transpose()
    {
        using var scope = NewDisposeScope();
        var network = Drawn.Fill(Sequential(("a", Conv2d(3, 5, 3, padding: 1, bias: false)), ("b", Conv2d(5, 4, 3, stride: 2, bias: false)), ("c", AvgPool2d(2))));
        manual_seed(2);
        var (x, signal) = (randn(2, 3, 10, 10), randn(2, 4, 2, 2));
        var back = BackwardPass.Of(network, "c", x, Send(signal));
        // <A x, s> = <x, Aᵀ s> for any x and s says that it is the transpose.
        var (left, right) = ((network.call(x) * signal).sum().item<float>(), (x * back).sum().item<float>());
        Assert.InRange(Math.Abs(left - right) / Math.Abs(left), 0, 1e-4);
        var pixels = x.clone().requires_grad_();
        var expected = autograd.grad([network.call(pixels)], [pixels], [signal])[0];
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(expected), Drawn.Floats(back)), 0, Tolerance);
    }

    // One hidden layer y = relu(w x) with three units: forward on, off, on; signals +, +, -.
    [Theory]
    [InlineData(BackwardRule.Gradient, 1, 0, -1)]
    [InlineData(BackwardRule.Deconvolution, 1, 1, 0)]
    [InlineData(BackwardRule.Guided, 1, 0, 0)]
    public void Rectifiers_follow_the_rule(BackwardRule rule, float first, float second, float third)
    {
        using var scope = NewDisposeScope();
        foreach (var inPlace in new[] { false, true })
        {
            var network = Sequential(Conv2d(3, 3, 1, groups: 3, bias: false), ReLU(inPlace));
            using (no_grad()) network.parameters().Single().fill_(1);
            var image = tensor(new float[] { 2, -2, 2 }, [1, 3, 1, 1]);
            var back = BackwardPass.Of(network, "1", image, Send(tensor(new float[] { 1, 1, -1 }, [1, 3, 1, 1])), rule);
            Assert.Equal([first, second, third], Drawn.Floats(back));
        }
    }

    [Fact]
    public void One_rectifier_used_twice_follows_the_rule_twice()
    {
        using var scope = NewDisposeScope();
        var relu = ReLU();
        var network = Sequential(Conv2d(2, 2, 1, groups: 2, bias: false), relu, Conv2d(2, 2, 1, groups: 2, bias: false), relu);
        using (no_grad()) foreach (var weight in network.parameters()) weight.copy_(tensor(new float[] { 1, -1 }, [2, 1, 1, 1]));
        // The second channel: signal 1, times -1, rectified to 0 at the inner rectifier. The plain gradient would be 0 for another reason: it is off.
        var back = BackwardPass.Of(network, "3", tensor(new float[] { 3, -3 }, [1, 2, 1, 1]), Send(ones(1, 2, 1, 1)));
        Assert.Equal([1, 0], Drawn.Floats(back));
    }

    [Fact]
    public void Normalisation_across_maps_is_passed_unchanged()
    {
        using var scope = NewDisposeScope();
        var network = Sequential(LocalResponseNormalization.Paper(), Conv2d(4, 2, 1));
        var (image, signal) = (randn(1, 4, 3, 3) * 50, randn(1, 2, 3, 3));
        var with = BackwardPass.Of(network, "1", image, Send(signal));
        var without = BackwardPass.Of(Sequential(network[1..][0] as Module<Tensor, Tensor> ?? Identity()), "0", image, Send(signal));
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(without), Drawn.Floats(with)), 0, Tolerance);
    }

    public static TheoryData<string> Trees => ["alexnet_paper", "googlenet", "resnet18", "nin_cifar", "inception_v3"];

    [Theory, MemberData(nameof(Trees))]
    public void The_plain_rule_is_the_gradient_of_any_tree_and_the_others_leave_it_as_it_was(string name)
    {
        using var scope = NewDisposeScope();
        var (network, side) = Small(name);
        network.train();
        var image = randn(1, 3, side, side);
        var gradient = BackwardPass.Of(network, "", image, Signal.One(3), BackwardRule.Gradient);
        var deconvolved = BackwardPass.Of(network, "", image, Signal.One(3));
        Assert.True(network.training);

        network.eval();
        var pixels = image.clone().requires_grad_();
        network.call(pixels).select(1, 3).sum().backward();
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(pixels.grad!), Drawn.Floats(gradient)), 0, 1e-4);
        Assert.Equal(image.shape, deconvolved.shape);
        Assert.True(deconvolved.isfinite().all().item<bool>() && deconvolved.abs().max().item<float>() > 0);
        Assert.True((deconvolved - gradient).abs().max().item<float>() > 0);
    }

    [Fact]
    public void The_strongest_unit_of_a_map_alone_is_sent_back()
    {
        using var scope = NewDisposeScope();
        var output = tensor(new float[] { 9, 9, 9, 9, 1, 5, 2, 3 }, [1, 2, 2, 2]);
        Assert.Equal([0, 0, 0, 0, 0, 5, 0, 0], Drawn.Floats(Signal.Strongest(1)(output)));
        Assert.Equal([0, 0, 0, 0, 0, 0, 2, 0], Drawn.Floats(Signal.At(1, 1, 0)(output)));
        Assert.Equal([0, 7, 0], Drawn.Floats(Signal.Strongest(1)(tensor(new float[] { 1, 7, 9 }, [1, 3]))));
        Assert.Equal([0, 1, 0], Drawn.Floats(Signal.One(1)(zeros(1, 3))));
    }

    [Fact]
    public void What_cannot_be_is_said_in_a_line()
    {
        using var scope = NewDisposeScope();
        var network = Sequential(("conv", Conv2d(1, 2, 3)), ("relu", ReLU()));
        Assert.Contains("conv", Assert.Throws<UnknownNameException>(() => BackwardPass.Of(network, "conv1", zeros(1, 1, 5, 5), s => s)).Message, StringComparison.Ordinal);
        Assert.Contains("puts out [1, 2, 3, 3]", Assert.Throws<ArgumentException>(() => BackwardPass.Of(network, "conv", zeros(1, 1, 5, 5), _ => zeros(1))).Message, StringComparison.Ordinal);
    }

    private static (Module<Tensor, Tensor> Network, long Side) Small(string name) => name switch
    {
        "alexnet_paper" => (Drawn.Fill(new AlexNet(AlexNet.Paper with { Input = 99 }, 10, 0.125)), 99),
        "googlenet" => (Drawn.Fill(new GoogLeNet(GoogLeNet.Paper, 10, heads: false, 0.25)), 64),
        "resnet18" => (Drawn.Fill(new ResNet(ResNet.Table1[0], 10, 0.125)), 64),
        "nin_cifar" => (Drawn.Fill(new NetworkInNetwork(NetworkInNetwork.Cifar, 10, 0.125)), 32),
        _ => (Drawn.Fill(new InceptionV3(10, heads: false, 0.125)), 107),
    };
}
