using static TorchSharp.torch;

namespace CnnCourse.Torch;

internal static partial class TensorMemory
{
    private static readonly Operator viewDtype = new("view", "dtype");

    internal static nint Address(Tensor tensor)
    {
        Shim.Check(Shim.ct_data(tensor.Handle, out var data), "data");
        return data;
    }

    /// <summary>The storage behind a tensor: address, bytes, and the tensor's offset in elements.</summary>
    internal static (nint Address, long Bytes, long Offset) Storage(Tensor tensor)
    {
        Shim.Check(Shim.ct_storage(tensor.Handle, out var data, out var bytes, out var offset), "storage");
        return (data, bytes, offset);
    }

    /// <summary>The same bytes as another dtype.</summary>
    private static Tensor As(Tensor tensor, ScalarType dtype) => viewDtype.Call(tensor, dtype);
}
