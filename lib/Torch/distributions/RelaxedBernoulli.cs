using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A coin between nought and one; the lower the temperature, the nearer to either.</summary>
public class RelaxedBernoulli : TransformedDistribution
{
    private readonly LogitRelaxedBernoulli coin;

    public RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        this.temperature = Own(temperature.alias());
        coin = Own(new LogitRelaxedBernoulli(temperature, probs, logits, generator));
        _init(coin, [new distributions.transforms.SigmoidTransform()]);
    }

    public Tensor temperature { get; }
    public Tensor probs => coin.probs;
    public Tensor logits => coin.logits;

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new RelaxedBernoulli(temperature, logits: logits.expand(batch_shape.Shape), generator: generator);
}
