using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>On 0..1: the first share of a Dirichlet distribution of two.</summary>
public class Beta : distributions.ExponentialFamily
{
    private readonly Dirichlet shares;
    private readonly Tensor concentration1, concentration0;

    public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) : base(generator)
    {
        (this.concentration1, this.concentration0) = Keep(concentration1, concentration0) is [var first, var second] ? (first, second) : default;
        using var both = stack([this.concentration1, this.concentration0], -1);
        shares = Own(new Dirichlet(both, generator));
        batch_shape = this.concentration1.shape;
    }

    public override Tensor mean => Free(() => concentration1 / (concentration1 + concentration0));
    public override Tensor mode => Free(() => shares.mode.select(-1, 0));

    public override Tensor variance => Free(() =>
    {
        var total = concentration1 + concentration0;
        return concentration1 * concentration0 / (total.pow(2) * (total + 1));
    });

    public override Tensor rsample(params long[] sample_shape) => Free(() => shares.rsample(sample_shape).select(-1, 0));
    public override Tensor sample(params long[] sample_shape) => Free(() => shares.sample(sample_shape).select(-1, 0));
    public override Tensor log_prob(Tensor value) => Free(() => shares.log_prob(stack([value, 1 - value], -1)));
    public override Tensor entropy() => shares.entropy();

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Beta(concentration1.expand(batch_shape.Shape), concentration0.expand(batch_shape.Shape), generator);

    protected override IList<Tensor> NaturalParams => [concentration1, concentration0];
    protected override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].lgamma() + parameters[1].lgamma() - (parameters[0] + parameters[1]).lgamma();
    protected override Tensor MeanCarrierMeasure => zeros_like(concentration1);
}
