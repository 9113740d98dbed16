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
    public static Tensor Loss(IReadOnlyList<Tensor> heads, Tensor labels, double weight = 0.3)
    {
        using var scope = NewDisposeScope();
        var total = functional.cross_entropy(heads[0], labels);
        foreach (var head in heads.Skip(1)) total = total.add(functional.cross_entropy(head, labels).mul(weight));
        return total.MoveToOuterDisposeScope();
    }
}
