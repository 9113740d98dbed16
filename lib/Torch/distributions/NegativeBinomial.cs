using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Successes before <c>total_count</c> failures.</summary>
public class NegativeBinomial : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;
    private readonly Tensor total;

    public NegativeBinomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        using var scope = NewDisposeScope();
        (total, given) = Keep(total_count.to((probs ?? logits)!.dtype), (probs ?? logits)!) is [var first, var second] ? (first, second) : default;
        batch_shape = this.given.shape;
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: true);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: true) : given;

    public override Tensor mean => Free(() => total * logits.exp());
    public override Tensor mode => Free(() => ((total - 1) * logits.exp()).floor().clamp_min(0));
    public override Tensor variance => Free(() => mean / (-logits).sigmoid());

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        using var guard = no_grad();
        using var rates = new Gamma(total, (-logits).exp(), generator);
        return poisson(rates.sample(sample_shape), generator);
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var unnormalized = total * nn.functional.logsigmoid(-logits) + value * nn.functional.logsigmoid(logits);
        var normalizer = -(total + value).lgamma() + (1 + value).lgamma() + total.lgamma();
        return unnormalized - normalizer.masked_fill((total + value).eq(0), 0);
    });

    public override Tensor entropy() => throw new NotSupportedException("NegativeBinomial has no entropy here.");

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new NegativeBinomial(total.expand(batch_shape.Shape), isProbs ? given.expand(batch_shape.Shape) : null, isProbs ? null : given.expand(batch_shape.Shape), generator);
}
