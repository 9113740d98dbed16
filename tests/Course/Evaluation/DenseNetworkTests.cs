using CnnCourse.Evaluation;
using CnnCourse.Models;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Evaluation;

public sealed class DenseNetworkTests
{
    private const double Tolerance = 1e-5;   // a convolution and a matrix product sum in different orders

    // 14 × 14 → conv 5 → 10 → pool → 5 → three layers: the example of Sermanet et al. 2014, Fig. 5.
    private sealed class Fig5 : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> features = Sequential(Conv2d(1, 4, 5), ReLU(), MaxPool2d(2));
        private readonly Module<Tensor, Tensor> classifier = Sequential(Linear(4 * 25, 6), ReLU(), Dropout(), Linear(6, 3));

        public Fig5() : base(nameof(Fig5)) => RegisterComponents();

        public override Tensor forward(Tensor x) => classifier.call(features.call(x).flatten(1));
    }

    [Fact]
    public void A_16_pixel_image_gives_the_answers_for_its_four_14_pixel_windows()
    {
        using var scope = NewDisposeScope();
        using var network = new Fig5();
        network.eval();
        using var dense = new DenseNetwork(network);
        dense.eval();
        var image = randn(1, 1, 16, 16);
        var map = dense.Map(image);
        Assert.Equal([1, 3, 2, 2], map.shape);

        for (var row = 0; row < 2; row++)
            for (var column = 0; column < 2; column++)
            {
                var window = network.call(image.narrow(2, 2 * row, 14).narrow(3, 2 * column, 14));
                var place = map.narrow(2, row, 1).narrow(3, column, 1);
                Assert.InRange(Drawn.RelativeError(Drawn.Floats(window), Drawn.Floats(place)), 0, Tolerance);
            }
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(map.mean([2, 3])), Drawn.Floats(dense.call(image))), 0, Tolerance);
    }

    public static TheoryData<string> Names => ["vgg", "alexnet", "zfnet"];

    [Theory, MemberData(nameof(Names))]
    public void On_one_crop_the_dense_form_equals_the_network(string name)
    {
        using var scope = NewDisposeScope();
        using Module<Tensor, Tensor> network = name switch
        {
            "vgg" => new Vgg(Vgg.Column("D"), 7, width: 0.0625, input: 64),
            "alexnet" => new AlexNet(AlexNet.Paper with { Input = 99 }, 7, 0.125),
            _ => new ZFNet(7, 0.125, input: 96),
        };
        Drawn.Fill(network);
        network.eval();
        using var dense = new DenseNetwork(network);
        dense.eval();
        var side = name switch { "vgg" => 64, "alexnet" => 99, _ => 96 };
        var x = randn(2, 3, side, side);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(network.call(x)), Drawn.Floats(dense.call(x))), 0, Tolerance);
        Assert.True(dense.call(randn(1, 3, side + 64, side + 64)).shape is [1, 7]);
    }

    [Fact]
    public void A_network_without_a_classifier_is_refused()
    {
        using var network = new ResNet(ResNet.Cifar[0], 10, 0.25);
        Assert.Contains("dense already", Assert.Throws<ArgumentException>(() => new DenseNetwork(network)).Message, StringComparison.Ordinal);
    }
}
