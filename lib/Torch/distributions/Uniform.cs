using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Equally likely from <c>low</c> to below <c>high</c>.</summary>
public class Uniform : distributions.Distribution
{
    private readonly Tensor low, high;

    public Uniform(Tensor low, Tensor high, Generator? generator = null) : base(generator)
    {
        (this.low, this.high) = Keep(low, high) is [var first, var second] ? (first, second) : default;
        batch_shape = this.low.shape;
    }

    public override Tensor mean => Free(() => (high + low) / 2);
    public override Tensor variance => Free(() => (high - low).pow(2) / 12);
    public override Tensor rsample(params long[] sample_shape) => Free(() => low + rand(ExtendedShape(sample_shape), low.dtype, low.device, generator: generator) * (high - low));
    public override Tensor log_prob(Tensor value) => Free(() => (low.le(value).logical_and(high.gt(value)).to(low.dtype)).log() - (high - low).log());
    public override Tensor entropy() => Free(() => (high - low).log());
    public override Tensor cdf(Tensor value) => Free(() => ((value - low) / (high - low)).clamp(0, 1));
    public override Tensor icdf(Tensor value) => Free(() => value * (high - low) + low);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Uniform(low.expand(batch_shape.Shape), high.expand(batch_shape.Shape), generator);
}
