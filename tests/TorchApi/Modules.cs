using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.nn: layers, containers, hooks, state.</summary>
public class Modules
{
    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv = Conv2d(3, 4, 3, padding: 1);
        private readonly Parameter scale = Parameter(ones(1));

        public Block() : base(nameof(Block))
        {
            register_buffer("seen", zeros(1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => conv.call(input) * scale;
    }

    public static TheoryData<string, long[]> Layers() => new()
    {
        { "conv1d", [1, 4, 6] }, { "conv2d", [1, 4, 6, 6] }, { "conv3d", [1, 4, 6, 6, 6] }, { "deconv1d", [1, 4, 8] }, { "deconv2d", [1, 4, 8, 8] }, { "deconv3d", [1, 4, 8, 8, 8] },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Convolutions_have_one_to_three_dimensions(string name, long[] expected)
    {
        using var scope = NewDisposeScope();
        Module<Tensor, Tensor> layer = name switch
        {
            "conv1d" => Conv1d(2, 4, 3, stride: 1, padding: 1, dilation: 1, padding_mode: PaddingModes.Zeros, groups: 1, bias: true),
            "conv2d" => Conv2d(2, 4, 3, 1, 1),
            "conv3d" => Conv3d(2, 4, 3, padding: 1),
            "deconv1d" => ConvTranspose1d(2, 4, 3),
            "deconv2d" => ConvTranspose2d(2, 4, 3, stride: 1, padding: 0, output_padding: 0),
            _ => ConvTranspose3d(2, 4, 3),
        };
        Assert.Equal(expected, layer.call(rand([1, 2, .. Enumerable.Repeat(6L, expected.Length - 2)])).shape);
        layer.Dispose();
    }

    [Fact]
    public void Layers_on_images_keep_their_promise()
    {
        using var scope = NewDisposeScope();
        var x = rand(2, 4, 8, 8);
        Module<Tensor, Tensor>[] keepShape =
        [
            BatchNorm2d(4), InstanceNorm2d(4, affine: true), GroupNorm(2, 4), LayerNorm([4, 8, 8]), LocalResponseNorm(3), Dropout(0.5), Dropout2d(0.5), AlphaDropout(0.1), FeatureAlphaDropout(0.1), Identity(),
            ReLU(), ReLU(inplace: false), LeakyReLU(0.1), PReLU(4), RReLU(), ELU(1.0), CELU(1.0), SELU(), GELU(), SiLU(), Mish(), Sigmoid(), Tanh(), Softmax(1), LogSoftmax(1), Softmin(1), Softmax2d(),
            Softplus(), Softsign(), Softshrink(0.5), Hardshrink(0.5), Hardtanh(), Hardsigmoid(), Hardswish(), ReLU6(), LogSigmoid(), Tanhshrink(), Threshold(0.1, 0),
            Conv2d(4, 4, 3, padding: Padding.Same), Conv2d(4, 4, (3, 3), padding: (1, 1)), ChannelShuffle(2),
        ];
        foreach (var layer in keepShape) Assert.Equal([2, 4, 8, 8], layer.call(x).shape);
        (Module<Tensor, Tensor> Layer, long[] Shape)[] others =
        [
            (MaxPool2d(2), [2, 4, 4, 4]), (MaxPool2d((2, 2), stride: (2, 2)), [2, 4, 4, 4]), (AvgPool2d(2, ceil_mode: true), [2, 4, 4, 4]), (AdaptiveAvgPool2d(1), [2, 4, 1, 1]), (AdaptiveMaxPool2d([2, 3]), [2, 4, 2, 3]),
            (FractionalMaxPool2d(2, output_size: 3), [2, 4, 3, 3]), (LPPool2d(2, 2), [2, 4, 4, 4]), (Flatten(), [2, 256]), (Upsample(scale_factor: [2, 2]), [2, 4, 16, 16]), (PixelShuffle(2), [2, 1, 16, 16]),
            (PixelUnshuffle(2), [2, 16, 4, 4]), (ZeroPad2d(1), [2, 4, 10, 10]), (ReflectionPad2d(1), [2, 4, 10, 10]), (ReplicationPad2d((1, 1, 1, 1)), [2, 4, 10, 10]), (ConstantPad2d(1, 2.0), [2, 4, 10, 10]),
            (Unfold(2, stride: 2), [2, 16, 16]), (GLU(1), [2, 2, 8, 8]), (Linear(8, 3, hasBias: false), [2, 4, 8, 3]),
        ];
        foreach (var (layer, shape) in others) Assert.Equal(shape, layer.call(x).shape);
        Assert.Equal([2, 4, 8, 8], Fold((8, 8), (2, 2), stride: (2, 2)).call(rand(2, 16, 16)).shape);
        Assert.Equal([2, 4, 8, 8], Unflatten(1, [4, 8, 8]).call(x.flatten(1)).shape);
        Assert.Equal([2, 3], Bilinear(4, 5, 3).call(rand(2, 4), rand(2, 5)).shape);
    }

    [Fact]
    public void Pooling_gives_the_places_that_unpooling_takes()
    {
        using var scope = NewDisposeScope();
        var x = rand(1, 1, 4, 4);
        var (values, indices) = MaxPool2d(2).forward_with_indices(x);
        Assert.Equal([1, 1, 4, 4], MaxUnpool2d(2).call(values, indices, null).shape);
        Assert.Equal([1, 1, 2, 2], nn.functional.max_pool2d_with_indices(x, [2, 2]).indices.shape);
    }

    [Fact]
    public void Recurrent_layers_return_output_and_state()
    {
        using var scope = NewDisposeScope();
        var x = rand(5, 2, 3);
        var (output, h) = GRU(3, 4, numLayers: 2).call(x);
        Assert.Equal(([5L, 2, 4], [2L, 2, 4]), (output.shape, h.shape), ShapePair);
        var (y, hn, cn) = LSTM(3, 4, batchFirst: false).call(x);
        Assert.Equal([1, 2, 4], cn.shape);
        Assert.Equal([5, 2, 4], RNN(3, 4, nonLinearity: NonLinearities.ReLU).call(x).Item1.shape);
        Assert.Equal([2, 4], GRUCell(3, 4).forward(x[0], zeros(2, 4)).shape);
        Assert.Equal([2, 4], LSTMCell(3, 4).call(x[0], (zeros(2, 4), zeros(2, 4))).Item2.shape);
        Assert.Equal([2, 4], RNNCell(3, 4).forward(x[0], zeros(2, 4)).shape);
        var packed = nn.utils.rnn.pack_padded_sequence(x, tensor(new[] { 5L, 3 }));
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(LSTM(3, 4).call(packed).Item1);
        Assert.Equal([5, 2, 4], padded.shape);
        Assert.Equal([5L, 3], lengths.data<long>().ToArray());
        Assert.Equal([5, 2, 8], Transformer(d_model: 8, nhead: 2, num_encoder_layers: 1, num_decoder_layers: 1, dim_feedforward: 8).call(rand(5, 2, 8), rand(5, 2, 8)).shape);
        Assert.Equal([5, 2, 8], MultiheadAttention(8, 2).call(rand(5, 2, 8), rand(5, 2, 8), rand(5, 2, 8)).Item1.shape);
        Assert.Equal([2, 6], Embedding(10, 6, padding_idx: 0).call(tensor(new[] { 0L, 3 })).shape);
        Assert.Equal([1, 6], EmbeddingBag(10, 6).call(tensor(new[] { 1L, 3 }), tensor(new[] { 0L })).shape);
    }

    private static bool ShapePair((long[], long[]) a, (long[], long[]) b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2);

    [Fact]
    public void Containers_name_their_parts()
    {
        using var scope = NewDisposeScope();
        using var net = Sequential(("first", Linear(4, 8)), ("act", ReLU()), ("last", Linear(8, 2)));
        Assert.Equal(["first.weight", "first.bias", "last.weight", "last.bias"], net.state_dict().Keys);
        Assert.Equal([3, 2], net.call(rand(3, 4)).shape);
        Assert.Equal(3, net.named_children().Count());
        using var list = ModuleList(Linear(1, 1), Linear(1, 1));
        Assert.Equal(2, list.Count);
        using var dict = ModuleDict(("a", Linear(1, 1)));
        Assert.True(dict.ContainsKey("a"));
        using var parameters = ParameterList(Parameter(ones(1)), Parameter(ones(2)));
        Assert.Equal(3, parameters.parameters().Sum(p => p.numel()));
        using var named = ParameterDict(("a", Parameter(ones(1))));
        Assert.Single(named.parameters());
    }

    [Fact]
    public void A_module_has_state_modes_and_hooks()
    {
        using var scope = NewDisposeScope();
        using var block = new Block();
        using var copy = new Block();
        Assert.Equal(["conv.bias", "conv.weight", "scale", "seen"], block.state_dict().Keys.Order());
        copy.load_state_dict(block.state_dict(), strict: true);
        Assert.Equal(3, block.named_parameters().Count());
        Assert.Single(block.named_buffers());
        block.eval();
        Assert.False(block.training);
        block.train();
        block.to(float64).to(CPU).to(float32);
        var calls = 0;
        var before = block.register_forward_pre_hook((_, x) => x * 1);
        var after = block.register_forward_hook((_, _, y) => { calls++; return y; });
        block.call(rand(1, 3, 4, 4)).sum().backward();
        before.remove();
        after.remove();
        Assert.Equal(1, calls);
        Assert.NotNull(block.parameters().First().grad);
        block.zero_grad();
        block.apply(m => { if (m is Conv2d conv) nn.init.zeros_(conv.weight!); });
        Assert.Equal("Block", block.GetName());
        Assert.Single(block.modules());
    }
}
