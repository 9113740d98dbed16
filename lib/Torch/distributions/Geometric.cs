using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Failures before the first success.</summary>
public class Geometric : distributions.Distribution
{
    private readonly Chances chances;

    public Geometric(Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        var (given, areProbs) = OneOf(p, l);
        chances = new Chances(this, Keep(given)[0], areProbs, binary: true);
        batch_shape = given.shape;
    }

    public Tensor probs => chances.Probs;
    public Tensor logits => chances.Logits;

    public override Tensor mean => Free(() => 1 / probs - 1);
    public override Tensor mode => zeros_like(chances.Given);
    public override Tensor variance => Free(() => (1 / probs - 1) / probs);

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var u = empty(ExtendedShape(sample_shape), chances.Given.dtype, chances.Given.device).uniform_(finfo(chances.Given.dtype).tiny, 1, generator);
        return (u.log() / (-probs.detach()).log1p()).floor();
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var p = probs.expand(broadcast_tensors(value, probs)[0].shape);
        var failing = (-p).log1p().masked_fill(p.eq(1).logical_and(value.eq(0)), 0);
        return value * failing + p.log();
    });

    public override Tensor entropy() => Free(() => nn.functional.binary_cross_entropy_with_logits(logits, probs, reduction: nn.Reduction.None) / probs);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        chances.Expanded(batch_shape, (p, l) => new Geometric(p, l, generator));
}
