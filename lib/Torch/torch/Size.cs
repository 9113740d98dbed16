using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        public static readonly Size Empty = new(Array.Empty<long>());

        public Size(long[] shape) => Shape = (long[])shape.Clone();
        public Size(IEnumerable<long> shape) => Shape = shape.ToArray();
        public Size(int[] shape) => Shape = Array.ConvertAll(shape, n => (long)n);
        public Size(long size) => Shape = [size];
        public Size((long, long) size) => Shape = [size.Item1, size.Item2];
        public Size((long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3];
        public Size((long, long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((long, long, long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((long, long, long, long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];
        public Size(int size) => Shape = [size];
        public Size((int, int) size) => Shape = [size.Item1, size.Item2];
        public Size((int, int, int) size) => Shape = [size.Item1, size.Item2, size.Item3];
        public Size((int, int, int, int) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((int, int, int, int, int) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((int, int, int, int, int, int) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public long[] Shape => field ?? [];
        public bool IsEmpty => Shape.Length == 0;
        public bool IsScalar => Shape.Length == 0;
        public int Length => Shape.Length;
        public long this[int idx] => Shape[idx];
        public long this[long idx] => Shape[idx];

        public long numel() => Shape.TotalSize();
        public Size Slice(int first, int next) => new(Shape[first..next]);
        public IEnumerable<long> Take(int i) => Shape.AsEnumerable().Take(i);

        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size(long[] size) => new(size);
        public static implicit operator Size((long, long) size) => new(size);
        public static implicit operator Size((long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static Size operator +(Size left, Size right) => new(left.Shape.Concat(right.Shape));
        public static Size operator +(Size left, IEnumerable<long> right) => new(left.Shape.Concat(right));
        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);
        public static bool operator !=(Size left, Size right) => !(left == right);

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var length in Shape) hash.Add(length);
            return hash.ToHashCode();
        }

        public IEnumerator<long> GetEnumerator() => Shape.AsEnumerable().GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
