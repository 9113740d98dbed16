using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>
/// Dropout as it was first described (Krizhevsky et al. 2012, §4.2): in training each output is 0 with a probability, at test all outputs are
/// there and are multiplied by the share that used to be. Today's <c>Dropout</c> is the inverted form: it divides by that share in training and leaves tests alone.
/// </summary>
public sealed class PaperDropout(double probability = 0.5) : Module<Tensor, Tensor>(nameof(PaperDropout))
{
    /// <summary>The chance of an output to be 0 in training.</summary>
    public double Probability { get; } = probability is >= 0 and < 1 ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "a chance to be dropped is at least 0 and less than 1");

    /// <summary>[*] → [*].</summary>
    public override Tensor forward(Tensor x)
    {
        if (!training) return x.mul(1 - Probability);
        using var scope = NewDisposeScope();
        return x.mul(rand_like(x).ge(Probability)).MoveToOuterDisposeScope();
    }
}
