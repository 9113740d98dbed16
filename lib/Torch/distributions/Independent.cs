using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Another distribution whose last batch dimensions count as parts of one event.</summary>
public class Independent : distributions.Distribution
{
    private readonly distributions.Distribution inner;
    private readonly int count;

    public Independent(distributions.Distribution base_distribution, int reinterpreted_batch_ndims, Generator? generator = null) : base(generator)
    {
        if (reinterpreted_batch_ndims > base_distribution.batch_shape.Shape.Length) throw new ArgumentException($"the distribution has only {base_distribution.batch_shape.Shape.Length} batch dimensions.", nameof(reinterpreted_batch_ndims));
        (inner, count) = (base_distribution, reinterpreted_batch_ndims);
        var batch = inner.batch_shape.Shape;
        (batch_shape, event_shape) = (batch[..^count], (long[])[.. batch[^count..], .. inner.event_shape.Shape]);
    }

    public override Tensor mean => inner.mean;
    public override Tensor mode => inner.mode;
    public override Tensor variance => inner.variance;
    public override Tensor sample(params long[] sample_shape) => inner.sample(sample_shape);
    public override Tensor rsample(params long[] sample_shape) => inner.rsample(sample_shape);
    public override Tensor log_prob(Tensor value) => Free(() => distributions.transforms.Transform._sum_rightmost(inner.log_prob(value), count));
    public override Tensor entropy() => Free(() => distributions.transforms.Transform._sum_rightmost(inner.entropy(), count));

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Independent(inner.expand(new Size([.. batch_shape.Shape, .. event_shape.Shape[..count]])), count, generator);
}
