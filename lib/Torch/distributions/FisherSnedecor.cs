using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The ratio of two mean squares with <c>df1</c> and <c>df2</c> degrees of freedom.</summary>
public class FisherSnedecor : distributions.Distribution
{
    private readonly Tensor df1, df2;
    private readonly Gamma above, below;

    public FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) : base(generator)
    {
        (this.df1, this.df2) = Keep(df1, df2) is [var first, var second] ? (first, second) : default;
        using var scope = NewDisposeScope();
        above = Own(new Gamma(this.df1 * 0.5, this.df1, generator));
        below = Own(new Gamma(this.df2 * 0.5, this.df2, generator));
        batch_shape = this.df1.shape;
    }

    public override Tensor mean => Free(() => (df2 / (df2 - 2)).masked_fill(df2.le(2), double.NaN));
    public override Tensor mode => Free(() => ((df1 - 2) / df1 * df2 / (df2 + 2)).masked_fill(df1.le(2), double.NaN));

    public override Tensor variance => Free(() =>
        (2 * df2.pow(2) * (df1 + df2 - 2) / (df1 * (df2 - 2).pow(2) * (df2 - 4))).masked_fill(df2.le(4), double.NaN));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var tiny = finfo(df1.dtype).tiny;
        var (x1, x2) = (above.rsample(sample_shape), below.rsample(sample_shape).clamp_min(tiny));
        return (x1 / x2).clamp_min(tiny);
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var (a, b, ratio) = (df1 * 0.5, df2 * 0.5, df1 / df2);
        return (a + b).lgamma() - a.lgamma() - b.lgamma() + a * ratio.log() + (a - 1) * value.log() - (a + b) * (ratio * value).log1p();
    });

    public override Tensor entropy() => throw new NotSupportedException("FisherSnedecor has no entropy here.");

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new FisherSnedecor(df1.expand(batch_shape.Shape), df2.expand(batch_shape.Shape), generator);
}
