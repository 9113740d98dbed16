using System.Runtime.InteropServices;
using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Cli;

/// <summary>What is said where a network does not take an image: the layer that fails, and the sizes that work.</summary>
internal static class InputShapes
{
    /// <summary>The network's layers for an input.</summary>
    /// <exception cref="UserError">The network does not take it.</exception>
    public static LayerTable Count(ZooEntry entry, long[] input)
    {
        try
        {
            return LayerTable.Of(entry.Build, input);
        }
        catch (ArgumentException e)
        {
            var sizes = InputSizes.Of(entry.Build, entry.Input);
            throw new UserError($"{e.Message.Replace(" (Parameter 'input')", "", StringComparison.Ordinal)} ({entry.Name} takes {entry.Input[0]} channel{(entry.Input[0] == 1 ? "" : "s")}, {sizes})");
        }
    }

    /// <summary>The network's output for images [N, C, H, W].</summary>
    /// <exception cref="UserError">The network does not take them.</exception>
    public static Tensor Forward(nn.Module<Tensor, Tensor> model, ZooEntry entry, Tensor images)
    {
        if (images.ndim != 4) throw new UserError($"{entry.Name} takes images [N, C, H, W], for example [1, {string.Join(", ", entry.Input)}], not [{string.Join(", ", images.shape)}]");
        try
        {
            return model.call(images);
        }
        catch (ExternalException e)
        {
            Count(entry, images.shape[1..]);   // names the layer
            throw new UserError($"{entry.Name} does not take the input [{string.Join(", ", images.shape)}] of {images.dtype}: {e.Message.Split('\n')[0]}");
        }
    }
}
