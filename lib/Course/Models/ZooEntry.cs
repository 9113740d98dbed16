using static TorchSharp.torch;

namespace CnnCourse.Models;

/// <summary>A network of the <see cref="ModelZoo"/>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Build">Builds it with fresh weights.</param>
/// <param name="Input">Its usual input without the batch axis.</param>
/// <param name="Title">What it is, in a line.</param>
public sealed record ZooEntry(string Name, Func<nn.Module<Tensor, Tensor>> Build, long[] Input, string Title);
