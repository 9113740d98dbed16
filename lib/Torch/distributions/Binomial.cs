using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Successes in <c>total_count</c> independent trials.</summary>
public class Binomial : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;
    private readonly Tensor total;

    public Binomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        using var scope = NewDisposeScope();
        (total, given) = Keep(total_count.to((probs ?? logits)!.dtype), (probs ?? logits)!) is [var first, var second] ? (first, second) : default;
        batch_shape = this.given.shape;
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: true);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: true) : given;

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
        var values = arange(1 + (long)total.max().ToDouble(), given.dtype, given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Binomial(total.expand(batch_shape.Shape), isProbs ? given.expand(batch_shape.Shape) : null, isProbs ? null : given.expand(batch_shape.Shape), generator);
}
