namespace TorchSharp;

public static partial class torch
{
    /// <summary>One position between the brackets of a tensor: a number, a slice, an ellipsis, a new axis, a mask or a list.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Null,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        internal Kind kind;
        internal long? start;
        internal long? stop;
        internal long? step;
        internal Tensor? tensor;

        public static readonly TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };
        public static readonly TensorIndex None = new() { kind = Kind.None };
        public static readonly TensorIndex Null = new() { kind = Kind.Null };
        public static readonly TensorIndex Colon = Slice();

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = Kind.Slice, start = start, stop = stop, step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);
        public static TensorIndex Slice(Range range) => Slice(Value(range.Start), range.End.Equals(Index.End) ? null : Value(range.End));
        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, start = value ? 1 : 0 };
        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, start = index };
        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex(Index index) => Single(Value(index));

        /// <summary>Never to be called: it makes brackets of mixed indices mean <see cref="TensorIndex"/> rather than tensors.</summary>
        public static implicit operator Tensor(TensorIndex value) =>
            throw new InvalidOperationException("a TensorIndex is no tensor; write TensorIndex.Tensor(t) for a tensor among other indices");

        private static long Value(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
