using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor complex(Tensor real, Tensor imag) => Aten.complex.Call(real, imag);
    public static Tensor polar(Tensor abs, Tensor angle) => Aten.polar.Call(abs, angle);

    public static Tensor sparse_coo_tensor(Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Made(Aten.sparse_coo_tensor_indices_size.Call(indices, values, size, dtype ?? values.dtype, Arg.None, device ?? values.device), requires_grad, names);

    public static Tensor sparse(Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        sparse_coo_tensor(indices, values, size, dtype, device, requires_grad, names);

    /// <summary>The elements of an array of numbers from one on, as a vector; where the dtype is the array's own the two share their memory.</summary>
    /// <param name="offset">In elements of the array, as in TorchSharp; PyTorch counts bytes.</param>
    public static unsafe Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength) throw new ArgumentException($"invalid value for 'offset': {offset}", nameof(offset));
        if (count < 0) count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset) throw new ArgumentOutOfRangeException(nameof(count), $"element count is too large: {count}");
        var own = TypeOf(rawArray.GetType().GetElementType()!);
        var pinned = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        var start = pinned.AddrOfPinnedObject() + (nint)(offset * (Buffer.ByteLength(rawArray) / rawArray.LongLength));
        Shim.Check(Shim.ct_over_memory(start, count, (int)own, &Unpin, GCHandle.ToIntPtr(pinned), out var handle), nameof(frombuffer));
        var result = new Tensor(handle);
        return Made(own == dtype ? result : result.to(dtype, disposeAfter: true), requires_grad);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(long handle) => GCHandle.FromIntPtr((nint)handle).Free();

    /// <summary>A tensor of a file's raw elements; a shared one writes through to the file.</summary>
    public static Tensor from_file(string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.from_file.Call(filename, shared, size, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);
}
