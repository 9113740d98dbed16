using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A class number, with probabilities along the last dimension: [..., K].</summary>
public class Categorical : distributions.Distribution
{
    private readonly Chances chances;

    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        var (given, areProbs) = OneOf(probs, logits);
        using var scope = NewDisposeScope();
        given = Keep(areProbs ? given / given.sum(-1, keepdim: true) : given - given.logsumexp(-1, keepdim: true))[0];
        chances = new Chances(this, given, areProbs, binary: false);
        batch_shape = given.shape[..^1];
    }

    public Tensor probs => chances.Probs;
    public Tensor logits => chances.Logits;

    internal ScalarType dtype => chances.Given.dtype;
    internal Device device => chances.Given.device;

    public long[] param_shape => chances.Given.shape;
    public override Tensor mean => full(batch_shape.Shape, double.NaN, chances.Given.dtype, chances.Given.device);
    public override Tensor mode => probs.argmax(-1);
    public override Tensor variance => full(batch_shape.Shape, double.NaN, chances.Given.dtype, chances.Given.device);

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var count = sample_shape.Aggregate(1L, (product, n) => product * n);
        return multinomial(probs.detach().reshape(-1, chances.Given.shape[^1]), count, true, generator).mT.reshape(ExtendedShape(sample_shape));
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var logs = chances.LogProbs;
        var rows = value.to(int64).unsqueeze(-1);
        var shape = broadcast_tensors(rows, logs)[0].shape;
        return logs.expand(shape).gather(-1, rows.expand([.. shape[..^1], 1])).squeeze(-1);
    });

    public override Tensor entropy() => Free(() => -(chances.LogProbs.clamp_min(finfo(chances.Given.dtype).min) * probs).sum(-1));

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = arange(chances.Given.shape[^1], int64, chances.Given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        chances.Expanded(batch_shape, (p, l) => new Categorical(p, l, generator));
}
