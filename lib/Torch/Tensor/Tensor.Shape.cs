using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Aten.as_strided.Call(this, size, strides, storageOffset);
        public Tensor contiguous() => Aten.contiguous.Call(this);
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.flatten_using_ints.Call(this, start_dim, end_dim);
        public Tensor unflatten(long dim, params long[] sizes) => Aten.unflatten_int.Call(this, dim, sizes);
        public Tensor unflatten(long dim, Size sizes) => Aten.unflatten_int.Call(this, dim, sizes.Shape);
        public Tensor squeeze(long? dim = null) => dim is { } d ? Aten.squeeze_dim.Call(this, d) : Aten.squeeze.Call(this);
        public Tensor squeeze_(long? dim = null) => dim is { } d ? Aten.squeeze__dim.Mutate(this, d) : Aten.squeeze_.Mutate(this);
        public Tensor t() => Aten.t.Call(this);
        public Tensor transpose(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Aten.transpose_.Mutate(this, dim0, dim1);
        public Tensor adjoint() => Aten.adjoint.Call(this);
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => Aten.tril_.Mutate(this, diagonal);
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => Aten.triu_.Mutate(this, diagonal);
        public Tensor swapdims(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);
        public Tensor swapaxes(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);
        public Tensor view(params long[] shape) => Aten.view.Call(this, shape);
        public Tensor view_as(Tensor other) => Aten.view_as.Call(this, other);
        public Tensor tile(long[] reps) => Aten.tile.Call(this, reps);
        public Tensor ravel() => Aten.ravel.Call(this);
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Aten.diag_embed.Call(this, offset, dim1, dim2);
        public Tensor diagflat(long offset = 0) => Aten.diagflat.Call(this, offset);
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.diagonal.Call(this, offset, dim1, dim2);
        public Tensor unfold(long dimension, long size, long step) => Aten.unfold.Call(this, dimension, size, step);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes.ToArray(), isImplicit);
        public Tensor expand(Size sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes.Shape, isImplicit);
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes, isImplicit);
        public Tensor expand_as(Tensor other) => Aten.expand_as.Call(this, other);
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);
        public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Aten.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Aten.repeat_interleave_self_int.Call(this, repeats, dim, output_size);
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.Call(this, shape);
        public Tensor movedim(long[] source, long[] destination) => Aten.movedim_intlist.Call(this, source, destination);
        public Tensor moveaxis(long[] source, long[] destination) => Aten.movedim_intlist.Call(this, source, destination);
        public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);
        public Tensor permute(IEnumerable<long> permutation) => Aten.permute.Call(this, permutation.ToArray());
        public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);
        public Tensor fliplr() => Aten.fliplr.Call(this);
        public Tensor flipud() => Aten.flipud.Call(this);
        public Tensor roll(long shifts, long? dims = null) => Aten.roll.Call(this, new[] { shifts }, dims is { } d ? new[] { d } : Array.Empty<long>());
        public Tensor roll((long, long) shifts, (long, long) dims) => Aten.roll.Call(this, new[] { shifts.Item1, shifts.Item2 }, new[] { dims.Item1, dims.Item2 });
        public Tensor roll(long[] shifts, long[] dims) => Aten.roll.Call(this, shifts, dims);
        public Tensor roll(long[] shifts) => Aten.roll.Call(this, shifts);
        public Tensor rot90(long k = 1, (long, long)? dims = null) => Aten.rot90.Call(this, k, dims is { } d ? new[] { d.Item1, d.Item2 } : new long[] { 0, 1 });
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) => Aten.roll.Call(this, new[] { shifts.Item1, shifts.Item2, shifts.Item3 }, new[] { dims.Item1, dims.Item2, dims.Item3 });
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Aten.roll.Call(this, shifts.ToArray(), dims.ToArray());
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);
        public Tensor unsqueeze_(long dim) => Aten.unsqueeze_.Mutate(this, dim);
        public Tensor atleast_1d() => Aten.atleast_1d.Call(this);
        public Tensor atleast_2d() => Aten.atleast_2d.Call(this);
        public Tensor atleast_3d() => Aten.atleast_3d.Call(this);
    }
}
