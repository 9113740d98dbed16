using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.Mutate(this, value);
        public Tensor clone() => Aten.clone.Call(this);
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.copy_.Mutate(this, source, nonBlocking);
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Filled(Aten.arange_start_out.Call(start, stop, step, this), this);
        public Tensor ones(params long[] sizes) => torch.ones(sizes, dtype, device);
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_ones.Call(this, new[] { size }, dtype, Arg.None, device), requires_grad);
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_ones.Call(this, new[] { rows, columns }, dtype, Arg.None, device), requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_ones.Call(this, new[] { dim0, dim1, dim2 }, dtype, Arg.None, device), requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_ones.Call(this, new[] { dim0, dim1, dim2, dim3 }, dtype, Arg.None, device), requires_grad);
        public Tensor zeros(params long[] sizes) => torch.zeros(sizes, dtype, device);
        public Tensor zero_() => Aten.zero_.Mutate(this);
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, size, dtype, Arg.None, device), requires_grad);
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, size.ToArray(), dtype, Arg.None, device), requires_grad);
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, new[] { size }, dtype, Arg.None, device), requires_grad);
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, new[] { rows, columns }, dtype, Arg.None, device), requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, new[] { dim0, dim1, dim2 }, dtype, Arg.None, device), requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_zeros.Call(this, new[] { dim0, dim1, dim2, dim3 }, dtype, Arg.None, device), requires_grad);
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.zeros_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.ones_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, size, dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, size.ToArray(), dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, new[] { size }, dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, new[] { rows, columns }, dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, new[] { dim0, dim1, dim2 }, dtype, Arg.None, device), requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_empty.Call(this, new[] { dim0, dim1, dim2, dim3 }, dtype, Arg.None, device), requires_grad);
        public Tensor empty(params long[] sizes) => torch.empty(sizes, dtype, device);
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.empty_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor full(long[] sizes, Scalar value) => torch.full(sizes, value, dtype, device);
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => torch.full(sizes, value, dtype, device);
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, size, value, dtype, Arg.None, device), requires_grad);
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, size.ToArray(), value, dtype, Arg.None, device), requires_grad);
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, new[] { size }, value, dtype, Arg.None, device), requires_grad);
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, new[] { rows, columns }, value, dtype, Arg.None, device), requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, new[] { dim0, dim1, dim2 }, value, dtype, Arg.None, device), requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.new_full.Call(this, new[] { dim0, dim1, dim2, dim3 }, value, dtype, Arg.None, device), requires_grad);
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Made(Aten.full_like.Call(this, value, dtype, Arg.None, device), requires_grad);
        public Tensor eye(long rows, long columns) => torch.eye(rows, columns, dtype, device);
    }
}
