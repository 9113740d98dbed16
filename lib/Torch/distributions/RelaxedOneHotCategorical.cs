using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A soft one-hot vector; the lower the temperature, the harder: [..., K].</summary>
public class RelaxedOneHotCategorical : TransformedDistribution
{
    private readonly ExpRelaxedCategorical classes;

    public RelaxedOneHotCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        this.temperature = Own(temperature.alias());
        classes = Own(new ExpRelaxedCategorical(temperature, probs, logits, generator));
        _init(classes, [new distributions.transforms.ExpTransform()]);
    }

    public Tensor temperature { get; }
    public Tensor probs => classes.probs;
    public Tensor logits => classes.logits;

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new RelaxedOneHotCategorical(temperature, logits: logits.expand([.. batch_shape.Shape, .. event_shape.Shape]), generator: generator);
}
