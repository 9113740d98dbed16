using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>A layer's output for one image.</summary>
/// <param name="Layer">The layer's path in the network.</param>
/// <param name="Maps">[C, H, W], or [K] of a fully connected layer; on the CPU.</param>
public sealed record LayerMaps(string Layer, Tensor Maps);
