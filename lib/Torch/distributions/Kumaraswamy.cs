using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>On 0..1, shaped much as a beta distribution, with a cdf in closed form.</summary>
public class Kumaraswamy : distributions.Distribution
{
    public Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null) : base(generator)
    {
        (this.concentration1, this.concentration0) = Keep(concentration1, concentration0) is [var first, var second] ? (first, second) : default;
        batch_shape = this.concentration1.shape;
    }

    public Tensor concentration1 { get; }
    public Tensor concentration0 { get; }

    private Tensor Moment(int n) => Free(() =>
    {
        var power = 1 + n / concentration1;
        return concentration0 * (power.lgamma() + concentration0.lgamma() - (power + concentration0).lgamma()).exp();
    });

    public override Tensor mean => Moment(1);
    public override Tensor variance => Free(() => Moment(2) - Moment(1).pow(2));
    public override Tensor mode => Free(() => ((concentration1 - 1) / (concentration0 * concentration1 - 1)).pow(concentration1.reciprocal()));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
        icdf(empty(ExtendedShape(sample_shape), concentration1.dtype, concentration1.device).uniform_(finfo(concentration1.dtype).eps, 1 - finfo(concentration1.dtype).eps, generator)));

    public override Tensor log_prob(Tensor value) => Free(() =>
        concentration1.log() + concentration0.log() + (concentration1 - 1) * value.log() + (concentration0 - 1) * (-value.pow(concentration1)).log1p());

    public override Tensor entropy() => Free(() =>
        1 - concentration0.reciprocal() + (1 - concentration1.reciprocal()) * ((concentration0 + 1).digamma() + euler_constant) - concentration1.log() - concentration0.log());

    public override Tensor cdf(Tensor value) => Free(() => 1 - (1 - value.pow(concentration1)).pow(concentration0));
    public override Tensor icdf(Tensor value) => Free(() => (1 - (1 - value).pow(concentration0.reciprocal())).pow(concentration1.reciprocal()));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Kumaraswamy(concentration1.expand(batch_shape.Shape), concentration0.expand(batch_shape.Shape), generator);
}
