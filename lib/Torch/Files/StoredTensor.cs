namespace CnnCourse.Torch;

/// <summary>A run of elements in a file that one or more tensors look at.</summary>
/// <param name="Key">The file's own name for it.</param>
internal sealed record StoredBytes(string Key, Dtype Dtype, long Count)
{
    /// <summary>Where the bytes begin; the reader of the format fills it in.</summary>
    internal long Offset { get; set; } = -1;

    /// <summary>Checksum that the file gives for them, if it does.</summary>
    internal uint? Crc { get; set; }

    internal long Bytes => Count * Dtype.Size;
}

/// <summary>A tensor as a file describes it: a view of stored bytes, not loaded yet.</summary>
internal sealed record StoredTensor(StoredBytes Storage, Dtype Dtype, long Offset, long[] Shape, long[] Strides)
{
    private const int MaxDimensions = 64;   // libtorch's own limit

    internal bool RequiresGrad { get; init; }
    internal bool Conjugate { get; init; }
    internal bool Negative { get; init; }

    /// <summary>A tensor that fills its storage in order.</summary>
    internal static StoredTensor Whole(StoredBytes storage, long[] shape) => new(storage, storage.Dtype, 0, shape, Contiguous(shape));

    internal bool IsWhole => Offset == 0 && Dtype == Storage.Dtype && Product(Shape) == Storage.Count && IsContiguous;

    private bool IsContiguous
    {
        get
        {
            var expected = 1L;
            for (var d = Shape.Length - 1; d >= 0; d--)
            {
                if (Shape[d] != 1 && Strides[d] != expected) return false;
                expected *= Shape[d];
            }
            return true;
        }
    }

    /// <summary>Whether the view stays inside its storage; sizes that overflow do not.</summary>
    internal bool Fits()
    {
        if (Shape.Length > MaxDimensions || Shape.Length != Strides.Length || Offset < 0 || Shape.Any(s => s < 0) || Strides.Any(s => s < 0)) return false;
        try
        {
            checked
            {
                _ = Product(Shape);
                if (Shape.Contains(0)) return true;
                var last = Offset;
                for (var d = 0; d < Shape.Length; d++) last += (Shape[d] - 1) * Strides[d];
                return last < Storage.Bytes / Dtype.Size;
            }
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <exception cref="OverflowException">The product has more than 63 bits.</exception>
    internal static long Product(IEnumerable<long> shape) => shape.Aggregate(1L, (a, b) => checked(a * b));

    internal static long[] Contiguous(long[] shape)
    {
        var strides = new long[shape.Length];
        var step = 1L;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(shape[d], 1);
        }
        return strides;
    }
}
