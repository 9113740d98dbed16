using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Successes in <c>total_count</c> independent trials.</summary>
public class Binomial : distributions.Distribution
{
    private readonly Chances chances;
    private readonly Tensor total;

    public Binomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        var (given, areProbs) = OneOf(p, l);
        using var scope = NewDisposeScope();
        var kept = Keep(total_count.to(given.dtype), given);
        (total, chances) = (kept[0], new Chances(this, kept[1], areProbs, binary: true));
        batch_shape = total.shape;
    }

    public Tensor probs => chances.Probs;
    public Tensor logits => chances.Logits;

    public override Tensor mean => Free(() => total * probs);
    public override Tensor mode => Free(() => ((total + 1) * probs).floor().minimum(total));
    public override Tensor variance => Free(() => total * probs * (1 - probs));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var shape = ExtendedShape(sample_shape);
        return binomial(total.expand(shape), probs.detach().expand(shape), generator);
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var l = logits;
        var normalizer = total * l.clamp_min(0) + total * (-l.abs()).exp().log1p() - (total + 1).lgamma();
        return value * l - (value + 1).lgamma() - (total - value + 1).lgamma() - normalizer;
    });

    public override Tensor entropy() => Free(() =>
    {
        var count = (long)total.max().ToDouble();
        if (total.min().ToDouble() != count) throw new NotSupportedException("The entropy needs one total_count for all.");
        var logs = log_prob(enumerate_support(expand: false));
        return -(logs.exp() * logs).sum(0);
    });

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = arange(1 + (long)total.max().ToDouble(), chances.Given.dtype, chances.Given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        chances.Expanded(batch_shape, (p, l) => new Binomial(total.expand(batch_shape.Shape), p, l, generator));
}
