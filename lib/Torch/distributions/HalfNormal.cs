using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The absolute value of a normal variable around nought.</summary>
public class HalfNormal : distributions.Distribution
{
    public HalfNormal(Tensor scale, Generator? generator = null) : base(generator)
    {
        this.scale = Keep(scale)[0];
        batch_shape = this.scale.shape;
    }

    public Tensor scale { get; }
    public override Tensor mean => Free(() => scale * Math.Sqrt(2 / Math.PI));
    public override Tensor mode => zeros_like(scale);
    public override Tensor variance => Free(() => scale.pow(2) * (1 - 2 / Math.PI));
    public override Tensor rsample(params long[] sample_shape) => Free(() => (scale * empty(ExtendedShape(sample_shape), scale.dtype, scale.device).normal_(generator: generator)).abs());
    public override Tensor log_prob(Tensor value) => Free(() => (-value.pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)) + Math.Log(2)).masked_fill(value.lt(0), double.NegativeInfinity));
    public override Tensor entropy() => Free(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log() - Math.Log(2));
    public override Tensor cdf(Tensor value) => Free(() => (value / (scale * Math.Sqrt(2))).erf());
    public override Tensor icdf(Tensor prob) => Free(() => scale * prob.erfinv() * Math.Sqrt(2));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new HalfNormal(scale.expand(batch_shape.Shape), generator);
}
