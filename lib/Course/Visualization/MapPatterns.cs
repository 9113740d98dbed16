using CnnCourse.Arithmetic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>What a feature map looks for: the images that drive it most, and for each the pattern that a deconvnet finds (Zeiler and Fergus 2014, Fig. 2).</summary>
/// <param name="Layer">The layer's path.</param>
/// <param name="Map">The feature map, from 0.</param>
/// <param name="Patches">Where the images drive it, strongest first.</param>
/// <param name="Patterns">[K, C, H, W], a pattern for each patch.</param>
/// <param name="Side">Pixels that a unit sees along a side, at most the image's.</param>
public sealed record MapPatterns(string Layer, long Map, IReadOnlyList<Patch> Patches, Tensor Patterns, long Side)
{
    /// <summary>The patterns of a map for its strongest images.</summary>
    /// <param name="network">Any tree of modules.</param>
    /// <param name="layer">Path of a layer whose output is [N, C, H, W] or [N, C].</param>
    /// <param name="images">[N, C, H, W], prepared as in training.</param>
    /// <param name="map">The feature map, from 0.</param>
    /// <param name="count">Patterns wanted.</param>
    public static MapPatterns Of(Module<Tensor, Tensor> network, string layer, Tensor images, long map, int count = 9)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var patches = StrongestPatches.Of(network, layer, images, map, count);
        var strongest = images.index_select(0, tensor(patches.Select(p => p.Row).ToArray(), device: images.device));
        var patterns = BackwardPass.Of(network, layer, strongest, Signal.Strongest(map));
        var side = Math.Min(images.shape[2], (long)LayerTable.Of(network, images.shape[1..])[layer].Field.Size);
        return new(layer, map, patches, scope.MoveToOuter(patterns), side);
    }

    /// <summary>The maps of a layer that some image drives most, strongest first.</summary>
    /// <param name="network">Any tree of modules.</param>
    /// <param name="layer">Path of a layer whose output is [N, C, H, W].</param>
    /// <param name="images">[N, C, H, W], prepared as in training.</param>
    /// <param name="count">Maps wanted.</param>
    public static IReadOnlyList<long> Busiest(Module<Tensor, Tensor> network, string layer, Tensor images, int count)
    {
        using var scope = NewDisposeScope();
        return LayerOutputs.Of(network, layer, images).amax([0, 2, 3]).topk(count, 0).indexes.cpu().data<long>().ToArray();
    }
}
