using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Shares that sum to one: [..., K].</summary>
public class Dirichlet : distributions.ExponentialFamily
{
    private readonly Tensor concentration;

    public Dirichlet(Tensor concentration, Generator? generator = null) : base(generator)
    {
        this.concentration = Keep(concentration)[0];
        (batch_shape, event_shape) = (concentration.shape[..^1], concentration.shape[^1..]);
    }

    public override Tensor mean => Free(() => concentration / concentration.sum(-1, keepdim: true));

    public override Tensor mode => Free(() =>
    {
        var above = (concentration - 1).clamp_min(0);
        var shares = above / above.sum(-1, keepdim: true);
        var none = concentration.lt(1).all(-1, keepdim: true);
        return where(none, nn.functional.one_hot(concentration.argmax(-1), concentration.shape[^1]).to(concentration.dtype), shares);
    });

    public override Tensor variance => Free(() =>
    {
        var total = concentration.sum(-1, keepdim: true);
        return concentration * (total - concentration) / (total.pow(2) * (total + 1));
    });

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var gammas = _standard_gamma(concentration.expand(ExtendedShape(sample_shape)), generator);
        return gammas / gammas.sum(-1, keepdim: true);
    });

    public override Tensor sample(params long[] sample_shape) => Free(() => _sample_dirichlet(concentration.detach().expand(ExtendedShape(sample_shape)), generator));

    public override Tensor log_prob(Tensor value) => Free(() =>
        (concentration - 1).xlogy(value).sum(-1) + concentration.sum(-1).lgamma() - concentration.lgamma().sum(-1));

    public override Tensor entropy() => Free(() =>
    {
        var (k, total) = (concentration.shape[^1], concentration.sum(-1));
        return concentration.lgamma().sum(-1) - total.lgamma() - (k - total) * total.digamma() - ((concentration - 1) * concentration.digamma()).sum(-1);
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Dirichlet(concentration.expand([.. batch_shape.Shape, .. event_shape.Shape]), generator);

    protected override IList<Tensor> NaturalParams => [concentration];
    protected override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].lgamma().sum(-1) - parameters[0].sum(-1).lgamma();
    protected override Tensor MeanCarrierMeasure => zeros(batch_shape.Shape);
}
