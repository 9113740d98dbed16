using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logarithm of a relaxed one-hot vector (Maddison et al. 2016): [..., K].</summary>
public class ExpRelaxedCategorical : distributions.Distribution
{
    private readonly Categorical classes;

    public ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        this.temperature = Own(temperature.alias());
        classes = Own(new Categorical(probs, logits, generator));
        (batch_shape, event_shape) = (classes.batch_shape, classes.param_shape[^1..]);
    }

    public long[] param_shape => classes.param_shape;
    public Tensor temperature { get; }
    public Tensor probs => classes.probs;
    public Tensor logits => classes.logits;
    public override Tensor mean => throw new NotSupportedException("ExpRelaxedCategorical has no mean in closed form.");
    public override Tensor variance => throw new NotSupportedException("ExpRelaxedCategorical has no variance in closed form.");

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var uniforms = ClampProbs(rand(ExtendedShape(sample_shape), logits.dtype, logits.device, generator: generator));
        var scores = (logits - (-uniforms.log()).log()) / temperature;
        return scores - scores.logsumexp(-1, keepdim: true);
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var k = event_shape.Shape[0];
        var pair = broadcast_tensors(logits, value);
        var score = pair[0] - pair[1] * temperature;
        score = (score - score.logsumexp(-1, keepdim: true)).sum(-1);
        return score + Math.Log(Enumerable.Range(1, (int)k - 1).Aggregate(1.0, (product, n) => product * n)) + (k - 1) * temperature.log();
    });

    public override Tensor entropy() => throw new NotSupportedException("ExpRelaxedCategorical has no entropy in closed form.");

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new ExpRelaxedCategorical(temperature, logits: logits.expand([.. batch_shape.Shape, .. event_shape.Shape]), generator: generator);
}
