using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>A network with classifiers at intermediate layers, which are used in training only (Szegedy et al. 2015, §5).</summary>
public interface IAuxiliaryHeads
{
    /// <summary>The logits of every head, the main one first, each [N, classes].</summary>
    IReadOnlyList<Tensor> ForwardWithHeads(Tensor x);
}
