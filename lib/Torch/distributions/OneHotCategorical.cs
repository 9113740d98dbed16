using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A class as a vector of noughts and a one: [..., K].</summary>
public class OneHotCategorical : distributions.Distribution
{
    private readonly Tensor given;
    private readonly bool isProbs;
    private readonly Categorical classes;

    public OneHotCategorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        isProbs = probs is not null;
        classes = Own(new Categorical(probs, logits, generator));
        given = isProbs ? classes.probs : classes.logits;
        (batch_shape, event_shape) = (given.shape[..^1], given.shape[^1..]);
    }

    public Tensor probs => isProbs ? given : LogitsToProbs(given, isBinary: false);
    public Tensor logits => isProbs ? ProbsToLogits(given, isBinary: false) : given;

    public override Tensor mean => probs;
    public override Tensor mode => Free(() => nn.functional.one_hot(probs.argmax(-1), given.shape[^1]).to(given.dtype));
    public override Tensor variance => Free(() => probs * (1 - probs));
    public override Tensor rsample(params long[] sample_shape) => Free(() => nn.functional.one_hot(classes.sample(sample_shape), given.shape[^1]).to(given.dtype));
    public override Tensor log_prob(Tensor value) => Free(() => classes.log_prob(value.argmax(-1)));
    public override Tensor entropy() => classes.entropy();

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = eye(given.shape[^1], dtype: given.dtype, device: given.device).view([given.shape[^1], .. batch_shape.Shape.Select(_ => 1L), given.shape[^1]]);
        return expand ? values.expand([given.shape[^1], .. batch_shape.Shape, given.shape[^1]]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new OneHotCategorical(isProbs ? given.expand([.. batch_shape.Shape, given.shape[^1]]) : null, isProbs ? null : given.expand([.. batch_shape.Shape, given.shape[^1]]), generator);
}
