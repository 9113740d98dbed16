using CnnCourse.Arithmetic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Arithmetic;

/// <summary>Fields by the recurrence against fields measured: which pixels get a gradient from one unit.</summary>
public class ReceptiveFieldTests
{
    private const long Side = 64;

    [Fact]
    public void Two_3x3_see_what_a_5x5_sees_and_three_what_a_7x7_sees()
    {
        var two = ReceptiveField.OfPixel.Through(new(3)).Through(new(3));
        Assert.Equal(ReceptiveField.OfPixel.Through(new(5)), two);
        Assert.Equal(ReceptiveField.OfPixel.Through(new(7)), two.Through(new(3)));
    }

    [Fact]
    public void Offset_of_a_padded_layer_is_the_first_pixel() =>
        Assert.Equal(0, ReceptiveField.OfPixel.Through(new(3, Padding: 1)).Offset);

    [Fact]
    public void Branches_meet_in_what_both_see()
    {
        var (small, large) = (ReceptiveField.OfPixel, ReceptiveField.OfPixel.Through(new(5, Padding: 2)));
        Assert.Equal(large, small.Or(large));
        Assert.Equal(large, large.Or(small));
    }

    public static TheoryData<string> Networks => ["chain", "dilated", "branches", "residual", "rectangles"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Fields_equal_those_measured_by_gradients(string name)
    {
        using var scope = NewDisposeScope();
        var network = Build(name);
        foreach (var weight in network.parameters())
        {
            using var quiet = no_grad();
            weight.fill_(0.1);   // positive weights, so that no path cancels another
        }
        var field = LayerTable.Of(network, 1, Side, Side).Total.Field;

        var image = ones([1, 1, Side, Side], requires_grad: true);
        var output = network.call(image);
        var (row, column) = (output.shape[2] / 2, output.shape[3] / 2);
        output[0, 0, row, column].backward();
        var touched = image.grad!.ne(0);

        var rows = touched.any(3).flatten().nonzero().flatten().data<long>().ToArray();
        var columns = touched.any(2).flatten().nonzero().flatten().data<long>().ToArray();
        Assert.Equal(field.Vertical.Size, rows[^1] - rows[0] + 1);
        Assert.Equal(field.Horizontal.Size, columns[^1] - columns[0] + 1);
        Assert.Equal(field.Vertical.Start + field.Vertical.Stride * row, rows[0]);
        Assert.Equal(field.Horizontal.Start + field.Horizontal.Stride * column, columns[0]);
    }

    private static Module<Tensor, Tensor> Build(string name) => name switch
    {
        "chain" => Sequential(Conv2d(1, 2, 5), AvgPool2d(2), ReLU(), Conv2d(2, 3, 3, stride: 2, padding: 1), AvgPool2d(3, 2)),
        "dilated" => Sequential(Conv2d(1, 2, 3, dilation: 2), Conv2d(2, 2, 3, dilation: 4, padding: 4)),
        "branches" => new Branches(),
        "residual" => Sequential(Conv2d(1, 4, 3, padding: 1), new Residual(), new Residual()),
        "rectangles" => Sequential(Conv2d(1, 2, (1, 7)), Conv2d(2, 2, (3, 1), stride: (2, 1))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Paths of 1×1, 3×3 and 5×5 with functions between the layers, concatenated.</summary>
    private sealed class Branches : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> one, reduce, five, after;

        public Branches() : base(nameof(Branches))
        {
            (one, reduce, five) = (Conv2d(1, 2, 1), Conv2d(1, 2, 1), Conv2d(2, 2, 5, padding: 2));
            after = Conv2d(4, 1, 3, padding: 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var wide = functional.relu(five.call(functional.relu(reduce.call(x))));
            return after.call(cat([wide, one.call(x)], 1));
        }
    }

    private sealed class Residual : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv1, conv2;

        public Residual() : base(nameof(Residual))
        {
            (conv1, conv2) = (Conv2d(4, 4, 3, padding: 1), Conv2d(4, 4, 3, padding: 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => functional.relu(conv2.call(functional.relu(conv1.call(x))) + x);
    }
}
