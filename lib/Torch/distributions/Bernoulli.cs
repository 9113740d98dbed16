using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One with probability <c>probs</c>, else nought.</summary>
public class Bernoulli : distributions.Distribution
{
    private readonly Chances chances;

    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        var (given, areProbs) = OneOf(p, l);
        chances = new Chances(this, Keep(given)[0], areProbs, binary: true);
        batch_shape = given.shape;
    }

    public Tensor probs => chances.Probs;
    public Tensor logits => chances.Logits;

    public override Tensor mean => probs;
    public override Tensor mode => Free(() => probs.ge(0.5).to(chances.Given.dtype).masked_fill(probs.eq(0.5), double.NaN));
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
        var values = arange(2, chances.Given.dtype, chances.Given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        chances.Expanded(batch_shape, (p, l) => new Bernoulli(p, l, generator));
}
