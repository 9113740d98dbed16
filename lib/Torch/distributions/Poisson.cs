using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Counts of independent events, <c>rate</c> on average.</summary>
public class Poisson : distributions.ExponentialFamily
{
    private readonly Tensor rate;

    public Poisson(Tensor rate, Generator? generator = null) : base(generator)
    {
        this.rate = Keep(rate)[0];
        batch_shape = this.rate.shape;
    }

    public override Tensor mean => rate;
    public override Tensor mode => rate.floor();
    public override Tensor variance => rate;
    public override Tensor rsample(params long[] sample_shape) => Free(() => poisson(rate.detach().expand(ExtendedShape(sample_shape)), generator));
    public override Tensor log_prob(Tensor value) => Free(() => value.xlogy(rate) - rate - (value + 1).lgamma());
    public override Tensor entropy() => throw new NotSupportedException("The entropy of a Poisson distribution has no closed form.");

    protected override IList<Tensor> NaturalParams => [rate.log()];
    protected override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].exp();
    protected override Tensor MeanCarrierMeasure => throw new NotSupportedException("The entropy of a Poisson distribution has no closed form.");

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Poisson(rate.expand(batch_shape.Shape), generator);
}
