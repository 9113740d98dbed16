using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Each map's mean, in place of fully connected layers (Lin et al. 2014, §3.2). No parameters.</summary>
public sealed class GlobalAveragePooling() : Module<Tensor, Tensor>(nameof(GlobalAveragePooling))
{
    /// <summary>[N, C, H, W] → [N, C].</summary>
    public override Tensor forward(Tensor x) => x.mean([2, 3]);
}
