using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The absolute value of a Cauchy variable around nought.</summary>
public class HalfCauchy : distributions.Distribution
{
    public HalfCauchy(Tensor scale, Generator? generator = null) : base(generator)
    {
        this.scale = Keep(scale)[0];
        batch_shape = this.scale.shape;
    }

    public Tensor scale { get; }
    public override Tensor mean => full_like(scale, double.PositiveInfinity);
    public override Tensor mode => zeros_like(scale);
    public override Tensor variance => full_like(scale, double.PositiveInfinity);
    public override Tensor rsample(params long[] sample_shape) => Free(() => (empty(ExtendedShape(sample_shape), scale.dtype, scale.device).cauchy_(generator: generator) * scale).abs());
    public override Tensor log_prob(Tensor value) => Free(() => (Math.Log(2 / Math.PI) - scale.log() - (value / scale).pow(2).log1p()).masked_fill(value.lt(0), double.NegativeInfinity));
    public override Tensor entropy() => Free(() => Math.Log(2 * Math.PI) + scale.log());
    public override Tensor cdf(Tensor value) => Free(() => 2 * (value / scale).atan() / Math.PI);
    public override Tensor icdf(Tensor value) => Free(() => (Math.PI * value / 2).tan() * scale);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new HalfCauchy(scale.expand(batch_shape.Shape), generator);
}
