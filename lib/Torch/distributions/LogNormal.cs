using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A variable whose logarithm is normal.</summary>
public class LogNormal : distributions.Distribution
{
    public LogNormal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        (this.loc, this.scale) = Keep(loc, scale) is [var first, var second] ? (first, second) : default;
        batch_shape = this.loc.shape;
    }

    public Tensor loc { get; }
    public Tensor scale { get; }
    public override Tensor mean => Free(() => (loc + scale.pow(2) / 2).exp());
    public override Tensor mode => Free(() => (loc - scale.square()).exp());
    public override Tensor variance => Free(() => scale.pow(2).expm1() * (2 * loc + scale.pow(2)).exp());
    public override Tensor rsample(params long[] sample_shape) => Free(() => (loc + scale * empty(ExtendedShape(sample_shape), loc.dtype, loc.device).normal_(generator: generator)).exp());
    public override Tensor log_prob(Tensor value) => Free(() => -(value.log() - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)) - value.log());
    public override Tensor entropy() => Free(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log() + loc);
    public override Tensor cdf(Tensor value) => Free(() => 0.5 * (1 + ((value.log() - loc) / (scale * Math.Sqrt(2))).erf()));
    public override Tensor icdf(Tensor value) => Free(() => (loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2)).exp());

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new LogNormal(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
}
