using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Successes before <c>total_count</c> failures.</summary>
public class NegativeBinomial : distributions.Distribution
{
    private readonly Chances chances;
    private readonly Tensor total;

    public NegativeBinomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        var (given, areProbs) = OneOf(p, l);
        using var scope = NewDisposeScope();
        var kept = Keep(total_count.to(given.dtype), given);
        (total, chances) = (kept[0], new Chances(this, kept[1], areProbs, binary: true));
        batch_shape = total.shape;
    }

    public Tensor probs => chances.Probs;
    public Tensor logits => chances.Logits;

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
        chances.Expanded(batch_shape, (p, l) => new NegativeBinomial(total.expand(batch_shape.Shape), p, l, generator));
}
