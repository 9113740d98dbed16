using System.Diagnostics;
using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Arithmetic;

public class LayerTableTests
{
    [Fact]   // by hand: each group has (3·3·2+1)·4 parameters
    public void Groups_divide_the_weights()
    {
        var row = LayerTable.Of(() => Conv2d(4, 8, 3, padding: 1, groups: 2), 4, 10, 10).Rows.Single();
        Assert.Equal((152L, 15_200L, 14_400L), (row.Params, row.Connections, row.Macs));
        Assert.Equal("(3·3·2+1)·8", row.ParamsFormula);
    }

    [Fact]   // torchvision's 61,100,840, of which 9217·4096 + 4097·4096 + 4097·1000 in linear layers
    public void Parameters_are_summed_by_type()
    {
        var table = LayerTable.Of(() => ModelZoo.Create("alexnet"), 3, 224, 224);
        Assert.Equal((2_469_696L, 58_631_144L, 0L), (table.ParamsOf("Conv2d"), table.ParamsOf("Linear"), table.ParamsOf("ReLU")));
    }

    [Fact]
    public void Weights_that_are_shared_count_once_and_connect_twice()
    {
        var table = LayerTable.Of(() => new Twice(), 3, 8, 8);
        Assert.Equal([(3 * 3 * 3 + 1) * 3, 0L], table.Rows.Select(r => r.Params));
        Assert.Equal(2 * 84 * 64, table.Total.Connections);
    }

    [Fact]
    public void A_learners_own_layer_is_counted_with_all_its_parameters()
    {
        var table = LayerTable.Of(() => new Scaled(), 3, 8, 8);
        Assert.Equal(3 * 3 * 3 * 5 + 5 + 7, table.Total.Params);
        Assert.Contains(table.Rows, r => r.Params == 7);
    }

    [Theory]   // Szegedy et al. 2015, §5: 128 maps of 4×4, then 1,024 units; Szegedy et al. 2016, Figure 8: 5×5×128, 1×1×768
    [InlineData("googlenet", "aux2.conv.conv", "(128x4x4)")]
    [InlineData("googlenet", "aux1.fc1", "(1024)")]
    [InlineData("inception_v3", "AuxLogits.conv0.conv", "(128x5x5)")]
    [InlineData("inception_v3", "AuxLogits.conv1.conv", "(768x1x1)")]
    public void Heads_that_are_used_in_training_show_their_shapes_and_do_not_count_as_work(string model, string layer, string shape)
    {
        var row = LayerTable.Of(() => ModelZoo.Create(model), [.. ModelZoo.Find(model).Input])[layer];
        Assert.Equal((shape, 0L, 0L), (row.OutputText, row.Macs, row.Connections));
    }

    [Fact]
    public void Heads_that_the_pass_never_reaches_keep_their_parameters()
    {
        var table = LayerTable.Of(() => new WithAuxiliary(), 3, 8, 8);
        Assert.Equal("-", table["auxiliary"].OutputText);
        Assert.Equal((30L, 0L), (table["auxiliary"].Params, table["auxiliary"].Connections));
    }

    [Fact]
    public void Pooling_by_a_function_between_layers_still_counts_in_the_field()
    {
        var table = LayerTable.Of(() => new FunctionalPooling(), 1, 16, 16);
        Assert.Equal((6.0, 2.0), (table["(before second)"].Field.Size, table["(before second)"].Field.Stride));
        Assert.Equal(10, table["second"].Field.Size);
    }

    [Fact]
    public void A_thousand_layers_are_counted_without_their_weights_in_five_seconds()
    {
        const int layers = 1200, channels = 512;
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var table = LayerTable.Of(() => Sequential(Enumerable.Range(0, layers).Select(_ => (Module<Tensor, Tensor>)Conv2d(channels, channels, 3, padding: 1))), channels, 8, 8);
        Assert.Equal(layers * (9L * channels + 1) * channels, table.Total.Params);
        Assert.True(clock.Elapsed.TotalSeconds < 5, $"took {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(Process.GetCurrentProcess().WorkingSet64 - before < 1L << 30, "the weights alone would take 11 GiB");
    }

    [Fact]
    public void A_network_stays_as_it_was()
    {
        using var model = ModelZoo.Create("lenet5");
        model.train();
        LayerTable.Of(model, 1, 32, 32);
        Assert.True(model.training);
        Assert.All(model.parameters(), p => Assert.Null(p.grad));
        Assert.Equal(CPU, get_default_device());
    }

    [Fact]
    public void An_impossible_input_names_the_layer_that_fails()
    {
        var error = Assert.Throws<ArgumentException>(() => LayerTable.Of(() => ModelZoo.Create("lenet5"), 1, 12, 12));
        Assert.Contains("C3", error.Message, StringComparison.Ordinal);
        Assert.Contains("6x4x4", error.Message, StringComparison.Ordinal);
    }

    private sealed class Twice : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = Conv2d(3, 3, 3, padding: 1);

        public Twice() : base(nameof(Twice)) => RegisterComponents();

        public override Tensor forward(Tensor x) => conv.call(conv.call(x));
    }

    private sealed class Scaled : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = Conv2d(3, 5, 3);
        private readonly Parameter own = Parameter(empty(7));

        public Scaled() : base(nameof(Scaled)) => RegisterComponents();

        public override Tensor forward(Tensor x) => conv.call(x) * own.sum();
    }

    private sealed class WithAuxiliary : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> trunk = Conv2d(3, 3, 1), auxiliary = Linear(9, 3);

        public WithAuxiliary() : base(nameof(WithAuxiliary)) => RegisterComponents();

        public override Tensor forward(Tensor x) => trunk.call(x);
    }

    private sealed class FunctionalPooling : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> first = Conv2d(1, 2, 5, padding: 2), second = Conv2d(2, 2, 3);

        public FunctionalPooling() : base(nameof(FunctionalPooling)) => RegisterComponents();

        public override Tensor forward(Tensor x) => second.call(functional.max_pool2d(first.call(x), 2));
    }
}
