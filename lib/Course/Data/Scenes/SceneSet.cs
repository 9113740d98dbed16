using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Images of scenes with all that is known of them.</summary>
/// <param name="Images">[N, 3, side, side] in 0..1.</param>
/// <param name="Truths">What each image holds.</param>
/// <param name="Graphs">The scenes that the images were drawn from.</param>
/// <param name="Classes">The names of the labels.</param>
public sealed record SceneSet(Tensor Images, IReadOnlyList<SceneTruth> Truths, IReadOnlyList<Scene> Graphs, IReadOnlyList<string> Classes)
{
    /// <summary>Number of images.</summary>
    public long Count => Truths.Count;
}

/// <summary>The M objects of an image, as detectors and segmenters are taught them.</summary>
/// <param name="Labels">[M] int64.</param>
/// <param name="Boxes">[M, 4] x1, y1, x2, y2 in pixels: the extent of the mask, its last pixel included, so x2 - x1 is its width.</param>
/// <param name="Masks">[M, side, side] bool: the pixels where the object is seen; no two objects share one.</param>
public sealed record SceneTruth(Tensor Labels, Tensor Boxes, Tensor Masks);
