using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public static Tensor sum(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) => input.sum((long)dim, keepdim, type);
    public static Tensor prod(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) => input.prod((long)dim, keepdim, type);

    private static Tensor[] AsArray(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? tensors.ToArray();

    // An operator that fills a given tensor answers with a second object for it, which nobody needs.
    private static Tensor Filled(Tensor answer, Tensor @out)
    {
        answer.Dispose();
        return @out;
    }

    public partial class Tensor
    {
        public Tensor real => Aten.real.Call(this);
        public Tensor imag => Aten.imag.Call(this);
        public Tensor T => Aten.numpy_T.Call(this);
        public Tensor H => Aten.matrix_H.Call(this);
        public Tensor mT => Aten.mT.Call(this);
        public Tensor mH => Aten.mH.Call(this);

        // A literal 0 would otherwise be taken for a ScalarType, and the sum of all be returned as bytes.
        public Tensor sum(int dim, bool keepdim = false, ScalarType? type = null) => sum((long)dim, keepdim, type);
        public Tensor prod(int dim, bool keepdim = false, ScalarType? type = null) => prod((long)dim, keepdim, type);

        private static string? Name(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();

        private static long[] Axes(long start, long count)
        {
            var axes = new long[count];
            for (long k = 0; k < count; k++) axes[k] = start + k;
            return axes;
        }

        private Tensor OutOf(Operator op, long[] sizes) => Filled(op.Call(sizes, this), this);

        private Tensor TakeAlong(IEnumerable<long> indices, long? dim)
        {
            using var index = tensor(indices.ToArray(), device: device);
            return Aten.take_along_dim.Call(this, index, dim);
        }

        private (Tensor, Tensor?, Tensor?) Unique(bool sorted, bool inverse, bool counts, int? dim) =>
            Asked(dim is { } d
                ? Aten.unique_dim.Call3(this, d, sorted, inverse, counts)
                : Aten._unique2.Call3(this, sorted, inverse, counts), inverse, counts);

        private (Tensor, Tensor?, Tensor?) UniqueConsecutive(bool inverse, bool counts, int? dim) =>
            Asked(Aten.unique_consecutive.Call3(this, inverse, counts, (long?)dim), inverse, counts);

        private static (Tensor, Tensor?, Tensor?) Asked((Tensor output, Tensor inverse, Tensor counts) all, bool inverse, bool counts)
        {
            if (!inverse) all.inverse.Dispose();
            if (!counts) all.counts.Dispose();
            return (all.output, inverse ? all.inverse : null, counts ? all.counts : null);
        }
    }
}
