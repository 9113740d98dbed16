using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>A tensor's values as plain numbers, for figures and for arithmetic in a cell.</summary>
public static class TensorNumbers
{
    /// <summary>All values, row by row, whatever the tensor's type, device and graph.</summary>
    public static double[] Doubles(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        return tensor.detach().to(CPU).to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }
}
