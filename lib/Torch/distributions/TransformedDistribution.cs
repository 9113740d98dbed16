using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A variable of another distribution, put through invertible functions.</summary>
public class TransformedDistribution : distributions.Distribution
{
    protected distributions.Distribution base_distribution = null!;
    private distributions.transforms.Transform[] transforms = [];

    public TransformedDistribution(distributions.Distribution base_distribution, distributions.transforms.Transform transform, Generator? generator = null)
        : this(base_distribution, [transform], generator)
    {
    }

    public TransformedDistribution(distributions.Distribution base_distribution, IEnumerable<distributions.transforms.Transform> transforms, Generator? generator = null) : base(generator) =>
        _init(base_distribution, [.. transforms]);

    protected TransformedDistribution(Generator? generator = null) : base(generator)
    {
    }

    protected void _init(distributions.Distribution base_distribution, distributions.transforms.Transform[] transforms)
    {
        (this.base_distribution, this.transforms) = (base_distribution, transforms);
        long[] shape = [.. base_distribution.batch_shape.Shape, .. base_distribution.event_shape.Shape];
        var events = base_distribution.event_shape.Shape.Length;
        foreach (var transform in transforms) (shape, events) = (transform.forward_shape(shape), transform.EventsAfter(events));
        (batch_shape, event_shape) = (shape[..^events], shape[^events..]);
    }

    public override Tensor mean => throw new NotSupportedException("The mean of a transformed distribution has no closed form.");
    public override Tensor variance => throw new NotSupportedException("The variance of a transformed distribution has no closed form.");
    public override Tensor entropy() => throw new NotSupportedException("The entropy of a transformed distribution has no closed form.");

    public override Tensor sample(params long[] sample_shape)
    {
        using var guard = no_grad();
        return Free(() => transforms.Aggregate(base_distribution.sample(sample_shape), (x, transform) => transform.forward(x)));
    }

    public override Tensor rsample(params long[] sample_shape) =>
        Free(() => transforms.Aggregate(base_distribution.rsample(sample_shape), (x, transform) => transform.forward(x)));

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var (events, y) = (event_shape.Shape.Length, value);
        Tensor? sum = null;
        foreach (var transform in transforms.Reverse())
        {
            var x = transform.inv.forward(y);
            events += transform.domain.event_dim - transform.codomain.event_dim;
            var change = distributions.transforms.Transform._sum_rightmost(transform.log_abs_det_jacobian(x, y), events - transform.domain.event_dim);
            sum = sum is null ? -change : sum - change;
            y = x;
        }
        var inner = distributions.transforms.Transform._sum_rightmost(base_distribution.log_prob(y), events - base_distribution.event_shape.Shape.Length);
        return sum is null ? inner : inner + sum;
    });

    public override Tensor cdf(Tensor value) => Free(() =>
    {
        var (x, sign) = (value, ones(1).to(value.dtype));
        foreach (var transform in transforms.Reverse()) (x, sign) = (transform.inv.forward(x), sign * transform.sign);
        return sign * (base_distribution.cdf(x) - 0.5) + 0.5;
    });

    public override Tensor icdf(Tensor value) => Free(() =>
    {
        var sign = transforms.Aggregate(ones(1).to(value.dtype), (product, transform) => product * transform.sign);
        return transforms.Aggregate(base_distribution.icdf(sign * (value - 0.5) + 0.5), (x, transform) => transform.forward(x));
    });

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new TransformedDistribution(base_distribution.expand(batch_shape), transforms, generator);
}
