using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>DepthConcat: the branches' maps stacked one after the other (Szegedy et al. 2015, Fig. 2).</summary>
public sealed class Concat() : Module<Tensor[], Tensor>(nameof(Concat))
{
    /// <summary>[N, C1, H, W], [N, C2, H, W], ... → [N, C1 + C2 + ..., H, W].</summary>
    public override Tensor forward(Tensor[] branches) => cat(branches, 1);

    /// <summary>Runs every branch on the same input and stacks what comes out.</summary>
    public Tensor Of(Tensor x, params IReadOnlyList<Module<Tensor, Tensor>> branches)
    {
        using var scope = NewDisposeScope();
        return call([.. branches.Select(branch => branch.call(x))]).MoveToOuterDisposeScope();
    }
}
