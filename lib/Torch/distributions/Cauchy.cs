using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The ratio of two normal variables: a median <c>loc</c>, but no mean.</summary>
public class Cauchy : distributions.Distribution
{
    private readonly Tensor loc, scale;

    public Cauchy(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        (this.loc, this.scale) = Keep(loc, scale) is [var first, var second] ? (first, second) : default;
        batch_shape = this.loc.shape;
    }

    public override Tensor mean => full_like(loc, double.NaN);
    public override Tensor mode => loc;
    public override Tensor variance => full_like(loc, double.PositiveInfinity);
    public override Tensor rsample(params long[] sample_shape) => Free(() => loc + empty(ExtendedShape(sample_shape), loc.dtype, loc.device).cauchy_(generator: generator) * scale);
    public override Tensor log_prob(Tensor value) => Free(() => -Math.Log(Math.PI) - scale.log() - ((value - loc) / scale).pow(2).log1p());
    public override Tensor entropy() => Free(() => Math.Log(4 * Math.PI) + scale.log());
    public override Tensor cdf(Tensor value) => Free(() => ((value - loc) / scale).atan() / Math.PI + 0.5);
    public override Tensor icdf(Tensor value) => Free(() => (Math.PI * (value - 0.5)).tan() * scale + loc);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Cauchy(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
}
