using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>The loss of a network with auxiliary heads.</summary>
public static class DeepSupervision
{
    /// <summary>Main loss + <paramref name="weight"/> × each auxiliary loss; 0.3 in Szegedy et al. 2015, §5.</summary>
    /// <param name="heads">Logits, the main head's first; see <see cref="IAuxiliaryHeads.ForwardWithHeads"/>.</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="loss">Logits and labels to a loss; cross-entropy if not given.</param>
    public static Tensor Loss(IReadOnlyList<Tensor> heads, Tensor labels, double weight = 0.3, Func<Tensor, Tensor, Tensor>? loss = null)
    {
        using var scope = NewDisposeScope();
        loss ??= (logits, truth) => functional.cross_entropy(logits, truth);
        var total = loss(heads[0], labels);
        foreach (var head in heads.Skip(1)) total = total.add(loss(head, labels).mul(weight));
        return total.MoveToOuterDisposeScope();
    }
}
