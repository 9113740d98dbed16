using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One with probability <c>probs</c>, else nought.</summary>
public class Bernoulli : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;

    public Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        given = Keep((probs ?? logits)!)[0];
        batch_shape = this.given.shape;
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: true);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: true) : given;

    public override Tensor mean => probs;
    public override Tensor mode => Free(() => probs.ge(0.5).to(given.dtype).masked_fill(probs.eq(0.5), double.NaN));
    public override Tensor variance => Free(() => probs * (1 - probs));
    public override Tensor rsample(params long[] sample_shape) => Free(() => bernoulli(probs.detach().expand(ExtendedShape(sample_shape)), generator));

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var pair = broadcast_tensors(logits, value);
        return -nn.functional.binary_cross_entropy_with_logits(pair[0], pair[1], reduction: nn.Reduction.None);
    });

    public override Tensor entropy() => Free(() => nn.functional.binary_cross_entropy_with_logits(logits, probs, reduction: nn.Reduction.None));

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = arange(2, given.dtype, given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Bernoulli(isProbs ? given.expand(batch_shape.Shape) : null, isProbs ? null : given.expand(batch_shape.Shape), generator);
}
