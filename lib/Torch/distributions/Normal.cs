using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The bell curve of mean <c>loc</c> and standard deviation <c>scale</c>.</summary>
public class Normal : distributions.Distribution
{
    private readonly Tensor loc, scale;

    public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        (this.loc, this.scale) = Keep(loc, scale) is [var l, var s] ? (l, s) : default;
        batch_shape = this.loc.shape;
    }

    public override Tensor mean => loc;
    public override Tensor mode => loc;
    public override Tensor stddev => scale;
    public override Tensor variance => scale.pow(2);

    public override Tensor sample(params long[] sample_shape)
    {
        using var guard = no_grad();
        var shape = ExtendedShape(sample_shape);
        return Free(() => normal(loc.expand(shape), scale.expand(shape), generator));
    }

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
        loc + scale * empty(ExtendedShape(sample_shape), loc.dtype, loc.device).normal_(generator: generator));

    public override Tensor log_prob(Tensor value) => Free(() => -(value - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)));
    public override Tensor entropy() => Free(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log());
    public override Tensor cdf(Tensor value) => Free(() => 0.5 * (1 + ((value - loc) / (scale * Math.Sqrt(2))).erf()));
    public override Tensor icdf(Tensor value) => Free(() => loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Normal(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
}
