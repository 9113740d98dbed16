using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>One published configuration of a network.</summary>
/// <param name="Name">What the zoo calls it; torchvision's name where torchvision has it.</param>
/// <param name="Paper">Authors and year.</param>
/// <param name="Input">[C, H, W] that it was made for.</param>
/// <param name="Classes">Number of outputs.</param>
/// <param name="Create">Builds it, with freshly drawn weights.</param>
public sealed record ModelEntry(string Name, string Paper, long[] Input, int Classes, Func<Module<Tensor, Tensor>> Create);
