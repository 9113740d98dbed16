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

    /// <summary>A tensor of a file's raw elements; a shared one writes through to the file.</summary>
    public static Tensor from_file(string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.from_file.Call(filename, shared, size, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);
}
