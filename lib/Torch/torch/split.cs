using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Aten.cat.Call(AsArray(tensors), axis);
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Aten.cat.Call(tensors, axis);
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => Aten.cat.Call(tensors.ToArray(), axis);
    public static Tensor column_stack(IList<Tensor> tensors) => Aten.column_stack.Call(AsArray(tensors));
    public static Tensor column_stack(params Tensor[] tensors) => Aten.column_stack.Call(tensors);
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Aten.column_stack.Call(tensors.ToArray());
    public static Tensor row_stack(IList<Tensor> tensors) => Aten.vstack.Call(AsArray(tensors));
    public static Tensor row_stack(params Tensor[] tensors) => Aten.vstack.Call(tensors);
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(AsArray(tensors), dim);
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.cat.Call(tensors, dim);
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(AsArray(tensors), dim);
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Aten.cat.Call(tensors, dim);
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);
    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => input.dsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2 });
    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => input.dsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3 });
    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.dsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4 });
    public static Tensor dstack(params Tensor[] tensors) => Aten.dstack.Call(tensors);
    public static Tensor dstack(IList<Tensor> tensors) => Aten.dstack.Call(AsArray(tensors));
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Aten.dstack.Call(tensors.ToArray());
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Aten.dstack.Call(AsArray(tensors));
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) => input.hsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2 });
    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) => input.hsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3 });
    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.hsplit(new[] { indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4 });
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(AsArray(tensors));
    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Call(tensors);
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Aten.hstack.Call(AsArray(tensors));
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(AsArray(tensors), dim);
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);
    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(AsArray(tensors));
    public static Tensor vstack(Tensor[] tensors) => Aten.vstack.Call(tensors);
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());
}
