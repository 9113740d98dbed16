using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.nn.functional, torch.nn.init and the losses.</summary>
public class Functional
{
    [Fact]
    public void Layers_have_functions()
    {
        using var scope = NewDisposeScope();
        var x = rand(2, 4, 8, 8);
        Assert.Equal([2, 6, 8, 8], conv2d(x, rand(6, 4, 3, 3), rand(6), strides: [1, 1], padding: [1, 1]).shape);
        Assert.Equal([2, 6, 10, 10], conv_transpose2d(x, rand(4, 6, 3, 3)).shape);
        Assert.Equal([2, 4, 8, 3], linear(x, rand(3, 8), rand(3)).shape);
        Assert.Equal([2, 4, 4, 4], max_pool2d(x, 2).shape);
        Assert.Equal([2, 4, 4, 4], avg_pool2d(x, 2).shape);
        Assert.Equal([2, 4, 1, 1], adaptive_avg_pool2d(x, 1).shape);
        Assert.Equal([2, 4, 8, 8], batch_norm(x, zeros(4), ones(4), training: false).shape);
        Assert.Equal([2, 4, 8, 8], layer_norm(x, [8]).shape);
        Assert.Equal([2, 4, 8, 8], group_norm(x, 2).shape);
        Assert.Equal([2, 4, 8, 8], local_response_norm(x, 3).shape);
        Assert.Equal([2, 4, 8, 8], normalize(x, dim: 1).shape);
        Assert.Equal([2, 4, 8, 8], dropout(x, 0.5, training: true).shape);
        Assert.Equal([2, 4, 16, 16], interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false).shape);
        Assert.Equal([2, 4, 10, 10], pad(x, [1, 1, 1, 1], PaddingModes.Reflect).shape);
        Assert.Equal([2, 1, 16, 16], pixel_shuffle(x, 2).shape);
        Assert.Equal([2, 16, 16], unfold(x, 2, stride: 2).shape);
        Assert.Equal([2, 4, 8, 8], grid_sample(x, affine_grid(rand(2, 2, 3), [2, 4, 8, 8])).shape);
        Assert.Equal([2, 3], one_hot(tensor(new[] { 0L, 2 }), 3).shape);
        Assert.Equal([1, 2, 3, 4], scaled_dot_product_attention(rand(1, 2, 3, 4), rand(1, 2, 3, 4), rand(1, 2, 3, 4)).shape);
        Assert.Equal([2], cosine_similarity(rand(2, 3), rand(2, 3)).shape);
    }

    [Fact]
    public void Activations_have_functions()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 4);
        Tensor[] results =
        [
            relu(x), relu6(x), leaky_relu(x, 0.1), elu(x, 1), selu(x), celu(x, 1), gelu(x), silu(x), mish(x), functional.sigmoid(x), functional.tanh(x), softmax(x, 1), log_softmax(x, 1), softmin(x, 1), softplus(x), softsign(x),
            softshrink(x), hardshrink(x), hardtanh(x), hardsigmoid(x), hardswish(x), logsigmoid(x), tanhshrink(x), threshold(x, 0, 0), rrelu(x, 0.1, 0.3), prelu(x, ones(4)),
        ];
        Assert.All(results, t => Assert.Equal([2, 4], t.shape));
        Assert.Equal([2, 2], glu(x).shape);
    }

    [Fact]
    public void Losses_are_numbers()
    {
        using var scope = NewDisposeScope();
        var (logits, labels) = (randn(4, 3), tensor(new[] { 0L, 1, 2, -100 }));
        var (a, b, signs) = (rand(4, 3), rand(4, 3), tensor(new[] { 1f, -1, 1, -1 }));
        Tensor[] losses =
        [
            cross_entropy(logits, labels, weight: ones(3), ignore_index: -100, reduction: Reduction.Mean, label_smoothing: 0.1), nll_loss(log_softmax(logits, 1), labels), mse_loss(a, b), l1_loss(a, b), smooth_l1_loss(a, b), huber_loss(a, b),
            binary_cross_entropy(a, b), binary_cross_entropy_with_logits(logits, b), kl_div(a.log(), b, reduction: Reduction.Sum), poisson_nll_loss(a, b), gaussian_nll_loss(a, b, ones(4, 3)),
            hinge_embedding_loss(a, signs.unsqueeze(1)), margin_ranking_loss(a[.., 0], b[.., 0], signs), soft_margin_loss(a, signs.unsqueeze(1)), triplet_margin_loss(a, b, a + 1), cosine_embedding_loss(a, b, signs),
            multilabel_soft_margin_loss(a, b.round()), CrossEntropyLoss(ignore_index: -100).call(logits, labels), MSELoss().call(a, b), BCEWithLogitsLoss().call(logits, b), NLLLoss().call(log_softmax(logits, 1), labels), L1Loss().call(a, b),
            SmoothL1Loss().call(a, b), HuberLoss().call(a, b), BCELoss().call(a, b), KLDivLoss(reduction: Reduction.Sum).call(a.log(), b), TripletMarginLoss().call(a, b, a + 1), CosineEmbeddingLoss().call(a, b, signs),
            CTCLoss().call(randn(5, 1, 3).log_softmax(2), tensor(new long[,] { { 1, 2 } }), tensor(new[] { 5L }), tensor(new[] { 2L })),
        ];
        Assert.All(losses, t => Assert.True(t.numel() == 1 && isfinite(t).item<bool>()));
        Assert.Equal([4], cross_entropy(logits, labels, reduction: Reduction.None).shape);
    }

    [Fact]
    public void Weights_can_be_drawn_anew()
    {
        using var scope = NewDisposeScope();
        var w = empty(8, 4);
        Tensor[] drawn =
        [
            nn.init.zeros_(w), nn.init.ones_(w), nn.init.constant_(w, 2), nn.init.uniform_(w, 0, 1), nn.init.normal_(w, 0, 0.01), nn.init.trunc_normal_(w, std: 0.02), nn.init.xavier_uniform_(w), nn.init.xavier_normal_(w),
            nn.init.kaiming_uniform_(w, a: Math.Sqrt(5)), nn.init.kaiming_normal_(w, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU), nn.init.orthogonal_(w), nn.init.sparse_(w, 0.1), nn.init.eye_(w), nn.init.dirac_(empty(2, 2, 3)),
        ];
        Assert.Equal(14, drawn.Length);
        Assert.Equal(Math.Sqrt(2), nn.init.calculate_gain(nn.init.NonlinearityType.ReLU), 9);
        Assert.Equal((4, 8), nn.init.CalculateFanInAndFanOut(w));
    }
}
