using System.Runtime.CompilerServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Aten.select_int.Call(this, 0, i1);
            set => Assign(value, [i1]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Element([i1, i2]);
            set => Assign(value, [i1, i2]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Element([i1, i2, i3]);
            set => Assign(value, [i1, i2, i3]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Element([i1, i2, i3, i4]);
            set => Assign(value, [i1, i2, i3, i4]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Element([i1, i2, i3, i4, i5]);
            set => Assign(value, [i1, i2, i3, i4, i5]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Element([i1, i2, i3, i4, i5, i6]);
            set => Assign(value, [i1, i2, i3, i4, i5, i6]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Element(indices);
            set => Assign(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Sliced(indices);
            if (tensors.Length == 0) return view;
            var result = Aten.index.Call(view, Arg.OptionalTensors(tensors));
            view.Dispose();
            return result;
        }

        public Tensor index(params Tensor[] indices) => Aten.index.Call(this, Arg.OptionalTensors(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors) = Sliced(indices);
            if (tensors.Length > 0) Aten.index_put_.Run(view, Arg.OptionalTensors(tensors), value, accumulate);
            else if (accumulate) Aten.add_.Run(view, value);
            else Fill(view, value);
            view.Dispose();
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.Mutate(this, Arg.OptionalTensors(indices), value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = torch.full([], value, dtype, device);
            return index_put_(number, indices, accumulate: false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = torch.full([], value, dtype, device);
            return index_put_(number, indices, accumulate: false);
        }

        private Tensor Element(ReadOnlySpan<long> indices)
        {
            var result = this;
            foreach (var index in indices) result = Replaced(result, Aten.select_int.Call(result, 0, index));
            return ReferenceEquals(result, this) ? alias() : result;
        }

        private void Assign(Tensor value, ReadOnlySpan<long> indices)
        {
            using var view = Element(indices);
            Fill(view, value);
        }

        // Leading dimensions of length 1 that the target lacks are dropped from the value.
        private static void Fill(Tensor view, Tensor value)
        {
            var extra = value.ndim - view.ndim;
            if (extra <= 0)
            {
                Aten.copy_.Run(view, value);
                return;
            }
            var shape = value.shape;
            var skip = 0;
            while (skip < extra && shape[skip] == 1) skip++;
            using var reshaped = value.view(shape[skip..]);
            Aten.copy_.Run(view, reshaped);
        }

        // What numbers, slices, new axes and the ellipsis leave of this tensor, and the tensors to index that with.
        private (Tensor view, Tensor?[] tensors) Sliced(TensorIndex[] indices)
        {
            var result = this;
            var tensors = new List<Tensor?>();
            long dim = 0;
            foreach (var index in indices)
            {
                switch (index.kind)
                {
                    case TensorIndex.Kind.Single when index.start is { } at:
                        result = Replaced(result, Aten.select_int.Call(result, dim, at));
                        break;
                    case TensorIndex.Kind.Slice:
                        if (index is not { start: null, stop: null, step: null })
                            result = Replaced(result, Aten.slice.Call(result, dim, index.start, index.stop, index.step ?? 1));
                        dim++;
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dim += ndim - indices.Sum(Consumed);
                        break;
                    case TensorIndex.Kind.Bool:
                        result = Replaced(result, Aten.unsqueeze.Call(result, dim));
                        Put(tensors, ref dim, torch.tensor(new[] { index.start != 0 }, device: device));
                        break;
                    case TensorIndex.Kind.Tensor when index.tensor is { } tensor:
                        if (tensor.ndim == 0 && tensor.is_integral() && tensor.dtype is not (ScalarType.Bool or ScalarType.Byte))
                            result = Replaced(result, Aten.select_int.Call(result, dim, tensor.ToInt64()));
                        else
                        {
                            if (tensor.ndim == 0) result = Replaced(result, Aten.unsqueeze.Call(result, dim));
                            Put(tensors, ref dim, tensor);
                        }
                        break;
                    default:
                        result = Replaced(result, Aten.unsqueeze.Call(result, dim++));
                        break;
                }
            }
            return (ReferenceEquals(result, this) ? alias() : result, [.. tensors]);
        }

        private static long Consumed(TensorIndex index) => index.kind switch
        {
            TensorIndex.Kind.Single when index.start is not null => 1,
            TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor when index.tensor is { } t => t.dtype is ScalarType.Bool or ScalarType.Byte ? t.ndim : 1,
            _ => 0,
        };

        private static void Put(List<Tensor?> tensors, ref long dim, Tensor tensor)
        {
            while (tensors.Count < dim) tensors.Add(null);
            tensors.Add(tensor);
            dim++;
        }

        private Tensor Replaced(Tensor before, Tensor after)
        {
            if (!ReferenceEquals(before, this)) before.Dispose();
            return after;
        }
    }
}
