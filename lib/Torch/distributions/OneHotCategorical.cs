using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A class as a vector of noughts and a one: [..., K].</summary>
public class OneHotCategorical : distributions.Distribution
{
    private readonly Categorical classes;

    public OneHotCategorical(Tensor? p = null, Tensor? l = null, Generator? generator = null) : this(new Categorical(p, l, generator), generator)
    {
    }

    private OneHotCategorical(Categorical classes, Generator? generator) : base(generator)
    {
        this.classes = Own(classes);
        (batch_shape, event_shape) = (classes.batch_shape, classes.param_shape[^1..]);
    }

    private long Count => classes.param_shape[^1];

    public Tensor probs => classes.probs;
    public Tensor logits => classes.logits;

    public override Tensor mean => probs;
    public override Tensor mode => Free(() => nn.functional.one_hot(probs.argmax(-1), Count).to(classes.dtype));
    public override Tensor variance => Free(() => probs * (1 - probs));
    public override Tensor rsample(params long[] sample_shape) => Free(() => nn.functional.one_hot(classes.sample(sample_shape), Count).to(classes.dtype));
    public override Tensor log_prob(Tensor value) => Free(() => classes.log_prob(value.argmax(-1)));
    public override Tensor entropy() => classes.entropy();

    public override Tensor enumerate_support(bool expand = true) => Free(() =>
    {
        var values = eye(Count, dtype: classes.dtype, device: classes.device).view([Count, .. batch_shape.Shape.Select(_ => 1L), Count]);
        return expand ? values.expand([Count, .. batch_shape.Shape, Count]).contiguous() : values;
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new OneHotCategorical((Categorical)classes.expand(batch_shape), generator);
}
