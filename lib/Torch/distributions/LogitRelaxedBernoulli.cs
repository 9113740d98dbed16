using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logit of a relaxed Bernoulli variable (Maddison et al. 2016; Jang et al. 2016).</summary>
public class LogitRelaxedBernoulli : distributions.Distribution
{
    private readonly Bernoulli coin;
    private readonly Tensor temperature;

    public LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        this.temperature = Own(temperature.alias());
        coin = Own(new Bernoulli(probs, logits, generator));
        batch_shape = coin.batch_shape;
    }

    public Tensor probs => coin.probs;
    public Tensor logits => coin.logits;
    public override Tensor mean => throw new NotSupportedException("LogitRelaxedBernoulli has no mean in closed form.");
    public override Tensor variance => throw new NotSupportedException("LogitRelaxedBernoulli has no variance in closed form.");

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
    {
        var shape = ExtendedShape(sample_shape);
        var p = ClampProbs(probs.expand(shape));
        var u = ClampProbs(rand(shape, p.dtype, p.device, generator: generator));
        return (u.log() - (-u).log1p() + p.log() - (-p).log1p()) / temperature;
    });

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var difference = logits - value * temperature;
        return temperature.log() + difference - 2 * difference.exp().log1p();
    });

    public override Tensor entropy() => throw new NotSupportedException("LogitRelaxedBernoulli has no entropy in closed form.");

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new LogitRelaxedBernoulli(temperature, logits: logits.expand(batch_shape.Shape), generator: generator);
}
