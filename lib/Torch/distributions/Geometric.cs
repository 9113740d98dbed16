using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Failures before the first success.</summary>
public class Geometric : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;

    public Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        given = Keep((probs ?? logits)!)[0];
        batch_shape = this.given.shape;
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: true);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: true) : given;

    public override Tensor mean => Free(() => 1 / probs - 1);
    public override Tensor mode => zeros_like(given);
    public override Tensor variance => Free(() => (1 / probs - 1) / probs);

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var u = empty(ExtendedShape(sample_shape), given.dtype, given.device).uniform_(finfo(given.dtype).tiny, 1, generator);
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
        new Geometric(isProbs ? given.expand(batch_shape.Shape) : null, isProbs ? null : given.expand(batch_shape.Shape), generator);
}
