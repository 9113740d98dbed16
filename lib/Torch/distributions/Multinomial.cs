using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How often each class comes up in <c>total_count</c> draws: [..., K].</summary>
public class Multinomial : distributions.Distribution
{
    private readonly int total;
    private readonly Categorical classes;

    public Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(total_count, new Categorical(probs, logits, generator), generator)
    {
    }

    private Multinomial(int total, Categorical classes, Generator? generator) : base(generator)
    {
        (this.total, this.classes) = (total, Own(classes));
        (batch_shape, event_shape) = (classes.batch_shape, param_shape[^1..]);
    }

    public long[] param_shape => classes.param_shape;
    public Tensor probs => classes.probs;
    public Tensor logits => classes.logits;

    public override Tensor mean => Free(() => probs * total);
    public override Tensor variance => Free(() => total * probs * (1 - probs));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var draws = classes.sample([total, .. sample_shape]);
        var shifted = draws.permute([.. Enumerable.Range(1, (int)draws.ndim - 1).Select(k => (long)k), 0]);
        var counts = zeros([.. shifted.shape[..^1], param_shape[^1]], classes.dtype, classes.device);
        return counts.scatter_add_(-1, shifted, ones_like(shifted, classes.dtype));
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var pair = broadcast_tensors(classes.logits, value);
        var logs = pair[0].masked_fill(pair[1].eq(0).logical_and(pair[0].isneginf()), 0);
        return (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1) + (logs * pair[1]).sum(-1);
    });

    public override Tensor entropy() => Free(() =>
    {
        var n = tensor((double)total, classes.dtype, classes.device);
        using var one = new Binomial(n, probs);
        var support = one.enumerate_support(expand: false).slice(0, 1, long.MaxValue, 1);
        var weighted = one.log_prob(support).exp() * (support + 1).lgamma();
        return total * classes.entropy() - (n + 1).lgamma() + weighted.sum([0, -1]);
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Multinomial(total, (Categorical)classes.expand(batch_shape), generator);
}
