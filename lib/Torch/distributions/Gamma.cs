using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums of <c>concentration</c> waiting times at a <c>rate</c>.</summary>
public class Gamma : distributions.ExponentialFamily
{
    protected readonly Tensor concentration;
    private readonly Tensor rate;

    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null) : base(generator)
    {
        (this.concentration, this.rate) = Keep(concentration, rate) is [var first, var second] ? (first, second) : default;
        batch_shape = this.concentration.shape;
    }

    public override Tensor mean => Free(() => concentration / rate);
    public override Tensor mode => Free(() => ((concentration - 1) / rate).clamp_min(0));
    public override Tensor variance => Free(() => concentration / rate.pow(2));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var shape = ExtendedShape(sample_shape);
        return (_standard_gamma(concentration.expand(shape), generator) / rate.expand(shape)).clamp_min(finfo(rate.dtype).tiny);
    });

    public override Tensor log_prob(Tensor value) => Free(() => concentration.xlogy(rate) + (concentration - 1).xlogy(value) - rate * value - concentration.lgamma());
    public override Tensor entropy() => Free(() => concentration - rate.log() + concentration.lgamma() + (1 - concentration) * concentration.digamma());
    public override Tensor cdf(Tensor value) => Free(() => special.gammainc(concentration, rate * value));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Gamma(concentration.expand(batch_shape.Shape), rate.expand(batch_shape.Shape), generator);

    protected override IList<Tensor> NaturalParams => [concentration - 1, -rate];
    protected override Tensor LogNormalizer(params Tensor[] parameters) => (parameters[0] + 1).lgamma() + (parameters[0] + 1) * (-parameters[1].reciprocal()).log();
    protected override Tensor MeanCarrierMeasure => zeros_like(rate);
}
