using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor[] unbind(long dimension = 0) => Aten.unbind_int.CallList(this, dimension);
        public Tensor[] split(long size, int dim = 0) => Aten.split_Tensor.CallList(this, size, dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Aten.split_sizes.CallList(this, sizes.ToArray(), dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_sizes.CallList(this, sizes, dim);
        public Tensor[] split(params long[] sizes) => Aten.split_sizes.CallList(this, sizes);
        public Tensor[] tensor_split(long size, long dim = 0) => Aten.tensor_split_sections.CallList(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Aten.tensor_split_indices.CallList(this, sizes, dim);
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => Aten.tensor_split_tensor_indices_or_sections.CallList(this, indices, dim);
        public Tensor[] vsplit(long size) => Aten.vsplit_int.CallList(this, size);
        public Tensor[] vsplit(params long[] sizes) => Aten.vsplit_array.CallList(this, sizes);
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);
        public Tensor[] hsplit(long size) => Aten.hsplit_int.CallList(this, size);
        public Tensor[] hsplit(params long[] sizes) => Aten.hsplit_array.CallList(this, sizes);
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, ndim == 1 ? 0 : 1);
        public Tensor[] dsplit(long size) => Aten.dsplit_int.CallList(this, size);
        public Tensor[] dsplit((long, long) indices_or_sections) => Aten.dsplit_array.CallList(this, new[] { indices_or_sections.Item1, indices_or_sections.Item2 });
        public Tensor[] dsplit((long, long, long) indices_or_sections) => Aten.dsplit_array.CallList(this, new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3 });
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) => Aten.dsplit_array.CallList(this, new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4 });
        public Tensor[] dsplit(params long[] sizes) => Aten.dsplit_array.CallList(this, sizes);
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.CallList(this, chunks, dim);
    }
}
