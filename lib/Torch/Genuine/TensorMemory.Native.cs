using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

internal static partial class TensorMemory
{
    internal static nint Address(Tensor tensor)
    {
        var (address, _, offset) = Storage(tensor);
        return address + (nint)(offset * tensor.element_size());
    }

    /// <summary>The storage behind a tensor: address, bytes, and the tensor's offset in elements.</summary>
    internal static (nint Address, long Bytes, long Offset) Storage(Tensor tensor)
    {
        if (tensor.numel() == 0) return (0, 0, 0);
        var storage = tensor.storage<byte>();
        return (storage.data_ptr(), (long)storage.nbytes(), tensor.storage_offset());
    }

    // TorchSharp has no view of another dtype: the bytes are copied, so tensors that shared them no longer do.
    private static unsafe Tensor As(Tensor tensor, ScalarType dtype)
    {
        var bytes = tensor.numel() * tensor.element_size();
        using var unit = empty(1, dtype);
        var copy = empty(bytes / unit.element_size(), dtype);
        NativeMemory.Copy((void*)Address(tensor), (void*)Address(copy), (nuint)bytes);
        return copy;
    }
}
