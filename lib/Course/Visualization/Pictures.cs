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
}
