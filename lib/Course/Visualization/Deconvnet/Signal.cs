using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>What a <see cref="BackwardPass"/> starts from: a layer's output with all else set to zero.</summary>
public static class Signal
{
    /// <summary>The strongest unit of a map in each image; of a vector, the unit itself. It keeps its value.</summary>
    public static Func<Tensor, Tensor> Strongest(long map) => output =>
    {
        using var scope = NewDisposeScope();
        var (signal, values) = (zeros_like(output), Rows(output, map));
        var place = values.argmax(1, keepdim: true);
        Rows(signal, map).scatter_(1, place, values.gather(1, place));
        return signal.MoveToOuterDisposeScope();
    };

    /// <summary>One unit, at a row and a column of its map; it keeps its value.</summary>
    public static Func<Tensor, Tensor> At(long map, long row, long column) => output =>
    {
        using var scope = NewDisposeScope();
        var (signal, place) = (zeros_like(output), row * output.shape[3] + column);
        Rows(signal, map).select(1, place).copy_(Rows(output, map).select(1, place));
        return signal.MoveToOuterDisposeScope();
    };

    /// <summary>1 at a unit of a vector, such as a class score: the start of a gradient.</summary>
    public static Func<Tensor, Tensor> One(long unit) => output =>
    {
        var signal = zeros_like(output);
        using var place = signal.select(1, unit);
        place.fill_(1);
        return signal;
    };

    // [N, C, H, W] or [N, C] → the map's numbers as [N, H·W], sharing memory.
    private static Tensor Rows(Tensor output, long map) => output.select(1, map).view(output.shape[0], -1);
}
