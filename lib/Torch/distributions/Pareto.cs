using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A power law from <c>scale</c> on.</summary>
public class Pareto : distributions.Distribution
{
    public Pareto(Tensor scale, Tensor alpha, Generator? generator = null) : base(generator)
    {
        (this.scale, this.alpha) = Keep(scale, alpha) is [var first, var second] ? (first, second) : default;
        batch_shape = this.scale.shape;
    }

    public Tensor scale { get; }
    public Tensor alpha { get; }
    public override Tensor mean => Free(() => alpha.clamp_min(1) * scale / (alpha.clamp_min(1) - 1));
    public override Tensor mode => scale;
    public override Tensor variance => Free(() => scale.pow(2) * alpha.clamp_min(2) / ((alpha.clamp_min(2) - 1).pow(2) * (alpha.clamp_min(2) - 2)));
    public override Tensor rsample(params long[] sample_shape) => Free(() => scale * (empty(ExtendedShape(sample_shape), scale.dtype, scale.device).exponential_(generator: generator) / alpha).exp());
    public override Tensor log_prob(Tensor value) => Free(() => alpha.log() + alpha * scale.log() - (alpha + 1) * value.log());
    public override Tensor entropy() => Free(() => (scale / alpha).log() + 1 + alpha.reciprocal());
    public override Tensor cdf(Tensor value) => Free(() => 1 - (scale / value).pow(alpha));
    public override Tensor icdf(Tensor value) => Free(() => scale * (1 - value).pow(-alpha.reciprocal()));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Pareto(scale.expand(batch_shape.Shape), alpha.expand(batch_shape.Shape), generator);
}
