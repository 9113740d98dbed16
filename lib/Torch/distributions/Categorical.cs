using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A class number, with probabilities along the last dimension: [..., K].</summary>
public class Categorical : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;

    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        using var scope = NewDisposeScope();
        given = Keep(isProbs ? probs! / probs!.sum(-1, keepdim: true) : logits! - logits!.logsumexp(-1, keepdim: true))[0];
        batch_shape = given.shape[..^1];
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: false);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: false) : given;

    private Tensor Normalized => isProbs ? given : given - given.logsumexp(-1, keepdim: true);
    private Tensor LogProbs => isProbs ? ProbsToLogits(given) : Normalized;

    public long[] param_shape => given.shape;
    public override Tensor mean => full(batch_shape.Shape, double.NaN, given.dtype, given.device);
    public override Tensor mode => probs.argmax(-1);
    public override Tensor variance => full(batch_shape.Shape, double.NaN, given.dtype, given.device);

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var count = sample_shape.Aggregate(1L, (product, n) => product * n);
        return multinomial(probs.detach().reshape(-1, given.shape[^1]), count, true, generator).mT.reshape(ExtendedShape(sample_shape));
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var logs = LogProbs;
        var rows = value.to(int64).unsqueeze(-1);
        var shape = broadcast_tensors(rows, logs)[0].shape;
        return logs.expand(shape).gather(-1, rows.expand([.. shape[..^1], 1])).squeeze(-1);
    });

    public override Tensor entropy() => Free(() => -(LogProbs.clamp_min(finfo(given.dtype).min) * probs).sum(-1));

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = arange(given.shape[^1], int64, given.device).view([-1, .. batch_shape.Shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape.Shape]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Categorical(isProbs ? given.expand([.. batch_shape.Shape, given.shape[^1]]) : null, isProbs ? null : given.expand([.. batch_shape.Shape, given.shape[^1]]), generator);
}
