using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Times to failure whose rate follows a power of time.</summary>
public class Weibull : distributions.Distribution
{
    private readonly Tensor scale, concentration;

    public Weibull(Tensor scale, Tensor concentration, Generator? generator = null) : base(generator)
    {
        (this.scale, this.concentration) = Keep(scale, concentration) is [var first, var second] ? (first, second) : default;
        batch_shape = this.scale.shape;
    }

    private Tensor Reciprocal => concentration.reciprocal();

    public override Tensor mean => Free(() => scale * (1 + Reciprocal).lgamma().exp());
    public override Tensor mode => Free(() => scale * ((concentration - 1) / concentration).clamp_min(0).pow(Reciprocal));
    public override Tensor variance => Free(() => scale.pow(2) * ((1 + 2 * Reciprocal).lgamma().exp() - (2 * (1 + Reciprocal).lgamma()).exp()));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
        scale * empty(ExtendedShape(sample_shape), scale.dtype, scale.device).exponential_(generator: generator).pow(Reciprocal));

    public override Tensor log_prob(Tensor value) => Free(() => (concentration / scale).log() + (concentration - 1) * (value / scale).log() - (value / scale).pow(concentration));
    public override Tensor entropy() => Free(() => euler_constant * (1 - Reciprocal) + (scale * Reciprocal).log() + 1);
    public override Tensor cdf(Tensor value) => Free(() => 1 - (-(value / scale).pow(concentration)).exp());
    public override Tensor icdf(Tensor value) => Free(() => scale * (-(-value).log1p()).pow(Reciprocal));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Weibull(scale.expand(batch_shape.Shape), concentration.expand(batch_shape.Shape), generator);
}
