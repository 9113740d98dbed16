using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Tensors as pictures.</summary>
public static class Pictures
{
    /// <summary>[H, W], [1, H, W] or [3, H, W] → a picture with the same numbers.</summary>
    public static Picture Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var (channels, height, width) = tensor.shape switch
        {
            [var h, var w] => (1L, h, w),
            [var c and (1 or 3), var h, var w] => (c, h, w),
            _ => throw new ArgumentException($"a picture is [H, W], [1, H, W] or [3, H, W], not [{string.Join(", ", tensor.shape)}]", nameof(tensor)),
        };
        using var scope = NewDisposeScope();
        var values = tensor.detach().to(CPU).to(ScalarType.Float32).contiguous();
        return Picture.FromPlanes((int)channels, (int)height, (int)width, values.data<float>().ToArray());
    }

    /// <summary>Numbers of both signs, [H, W] or [1, H, W] → red above zero, blue below, white at zero; the largest of either sign is darkest.</summary>
    public static Picture Diverging(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        return Of(tensor / tensor.abs().max().clamp(min: 1e-12)).Colored(ColorMap.Diverging, -1, 1);
    }

    /// <summary>[H, W] → the same numbers, as heat maps take them.</summary>
    public static double[,] Numbers(Tensor table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.shape is not [var height, var width]) throw new ArgumentException($"a table is [H, W], not [{string.Join(", ", table.shape)}]", nameof(table));
        using var scope = NewDisposeScope();
        var values = table.detach().to(CPU).to(ScalarType.Float64).contiguous().data<double>().ToArray();
        var numbers = new double[height, width];
        Buffer.BlockCopy(values, 0, numbers, 0, values.Length * sizeof(double));
        return numbers;
    }
}
