using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest of many exponential variables.</summary>
public class Gumbel : distributions.Distribution
{
    private readonly Tensor loc, scale;

    public Gumbel(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        (this.loc, this.scale) = Keep(loc, scale) is [var first, var second] ? (first, second) : default;
        batch_shape = this.loc.shape;
    }

    public override Tensor mean => Free(() => loc + scale * euler_constant);
    public override Tensor mode => loc;
    public override Tensor stddev => Free(() => Math.PI / Math.Sqrt(6) * scale);
    public override Tensor variance => Free(() => stddev.pow(2));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var u = empty(ExtendedShape(sample_shape), loc.dtype, loc.device).uniform_(finfo(loc.dtype).tiny, 1 - finfo(loc.dtype).eps, generator);
        return loc - scale * (-u.log()).log();
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var y = (loc - value) / scale;
        return y - y.exp() - scale.log();
    });

    public override Tensor entropy() => Free(() => scale.log() + 1 + euler_constant);
    public override Tensor cdf(Tensor value) => Free(() => (-((loc - value) / scale).exp()).exp());
    public override Tensor icdf(Tensor value) => Free(() => loc - scale * (-value.log()).log());

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Gumbel(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
}
