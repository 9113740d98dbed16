using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Training.Recipes;

/// <summary>A network, a data set and a recipe that belong together; <c>course train NAME</c> runs them.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Target">The test accuracy it is for, 0 to 1.</param>
/// <param name="Measured">What was measured with it, or "not yet run".</param>
/// <param name="Data">Finds and prepares the data, on the CPU.</param>
/// <param name="Network">Builds the network with fresh weights.</param>
/// <param name="Recipe">How it is trained, for a seed.</param>
/// <param name="FlipsAtTest">Whether the answer is the mean of those to the image and to its mirror image.</param>
public sealed record NamedRecipe(
    string Name, string Title, double Target, string Measured,
    Func<ImageData> Data, Func<nn.Module<Tensor, Tensor>> Network, Func<int, Recipe> Recipe, bool FlipsAtTest);
