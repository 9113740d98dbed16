using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>The sum where a shortcut joins its branch, as a module so that it has a name, a shape and a place in every table.</summary>
/// <remarks>The branch's tensor is overwritten: it is the branch's last result, and nobody else reads it.</remarks>
public sealed class Add() : Module<Tensor, Tensor, Tensor>(nameof(Add))
{
    /// <summary>branch + shortcut, both [N, C, H, W].</summary>
    public override Tensor forward(Tensor branch, Tensor shortcut) => branch.add_(shortcut);
}
