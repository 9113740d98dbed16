using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Two exponential tails around <c>loc</c>.</summary>
public class Laplace : distributions.Distribution
{
    private readonly Tensor loc, scale;

    public Laplace(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        (this.loc, this.scale) = Keep(loc, scale) is [var first, var second] ? (first, second) : default;
        batch_shape = this.loc.shape;
    }

    public override Tensor mean => loc;
    public override Tensor mode => loc;
    public override Tensor variance => Free(() => 2 * scale.pow(2));
    public override Tensor stddev => Free(() => scale * Math.Sqrt(2));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var u = empty(ExtendedShape(sample_shape), loc.dtype, loc.device).uniform_(finfo(loc.dtype).eps - 1, 1, generator);
        return loc - scale * u.sign() * (-u.abs().clamp_min(finfo(loc.dtype).tiny)).log1p();
    });

    public override Tensor log_prob(Tensor value) => Free(() => -(2 * scale).log() - (value - loc).abs() / scale);
    public override Tensor entropy() => Free(() => 1 + (2 * scale).log());
    public override Tensor cdf(Tensor value) => Free(() => 0.5 - 0.5 * (value - loc).sign() * (-(value - loc).abs() / scale).expm1());
    public override Tensor icdf(Tensor value) => Free(() => loc - scale * (value - 0.5).sign() * (-2 * (value - 0.5).abs()).log1p());

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Laplace(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
}
