using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Waiting times at a constant <c>rate</c>.</summary>
public class Exponential : distributions.ExponentialFamily
{
    private readonly Tensor rate;

    public Exponential(Tensor rate, Generator? generator = null) : base(generator)
    {
        this.rate = Keep(rate)[0];
        batch_shape = this.rate.shape;
    }

    public override Tensor mean => rate.reciprocal();
    public override Tensor mode => zeros_like(rate);
    public override Tensor stddev => rate.reciprocal();
    public override Tensor variance => rate.pow(-2);
    public override Tensor rsample(params long[] sample_shape) => Free(() => empty(ExtendedShape(sample_shape), rate.dtype, rate.device).exponential_(generator: generator) / rate);
    public override Tensor log_prob(Tensor value) => Free(() => rate.log() - rate * value);
    public override Tensor entropy() => Free(() => 1 - rate.log());
    public override Tensor cdf(Tensor value) => Free(() => 1 - (-rate * value).exp());
    public override Tensor icdf(Tensor value) => Free(() => -(-value).log1p() / rate);

    protected override IList<Tensor> NaturalParams => [-rate];
    protected override Tensor LogNormalizer(params Tensor[] parameters) => -(-parameters[0]).log();
    protected override Tensor MeanCarrierMeasure => zeros_like(rate);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Exponential(rate.expand(batch_shape.Shape), generator);
}
