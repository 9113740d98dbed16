using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor or view, in row-major order, in place.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;
    private readonly T* data;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException($"the elements of a tensor on {tensor.device} cannot be read in place; call cpu() first");
        if (TypeOf<T>() != tensor.dtype && !(typeof(T) == typeof(byte) && tensor.ElementSize == 1))
            throw new ArgumentException($"the tensor holds {tensor.dtype}, not {typeof(T).Name}; call to_type first");
        this.tensor = tensor = tensor.Materialized();
        (shape, strides) = (tensor.shape, tensor.stride());
        contiguous = tensor.is_contiguous();
        data = (T*)tensor.Address;
        Count = tensor.numel();
    }

    public long Count { get; }
    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => data[Offset(indices)];
        set => data[Offset(indices)] = value;
    }

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    /// <summary>A .NET array with the tensor's number of dimensions.</summary>
    public Array ToNDArray()
    {
        if (shape.Length < 2) return ToArray();
        var result = Array.CreateInstance(typeof(T), shape);
        var handle = System.Runtime.InteropServices.GCHandle.Alloc(result, System.Runtime.InteropServices.GCHandleType.Pinned);
        Read(new Span<T>((void*)handle.AddrOfPinnedObject(), checked((int)Count)), 0);
        handle.Free();
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0) =>
        Read(array.Slice(arrayIndex, (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex)), tensorIndex);

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Alive();
        var source = array.Slice(arrayIndex, (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex));
        if (contiguous) source.CopyTo(new Span<T>(data + tensorIndex, source.Length));
        else for (var k = 0; k < source.Length; k++) data[Nth(tensorIndex + k)] = source[k];
        GC.KeepAlive(tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long k = 0; k < Count; k++) yield return At(k);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && Count == other.Count && this.SequenceEqual(other);
    public override int GetHashCode() => HashCode.Combine(Count, typeof(T));

    public void Dispose()
    {
    }

    private void Read(Span<T> target, long from)
    {
        Alive();
        if (contiguous) new Span<T>(data + from, target.Length).CopyTo(target);
        else for (var k = 0; k < target.Length; k++) target[k] = data[Nth(from + k)];
        GC.KeepAlive(tensor);
    }

    private T At(long k)
    {
        Alive();
        return data[Nth(k)];
    }

    private void Alive() => _ = tensor.Handle;

    // One index counts elements in row-major order; several are one for each dimension.
    private long Offset(long[] indices)
    {
        Alive();
        if (indices.Length == 1)
            return (ulong)indices[0] < (ulong)Count ? Nth(indices[0]) : throw new ArgumentOutOfRangeException(nameof(indices), $"index {indices[0]} is outside {Count} elements");
        if (indices.Length != shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor of {shape.Length} dimensions", nameof(indices));
        long offset = 0;
        for (var d = 0; d < shape.Length; d++)
        {
            if ((ulong)indices[d] >= (ulong)shape[d])
                throw new ArgumentOutOfRangeException(nameof(indices), $"index {indices[d]} is outside dimension {d}, of length {shape[d]}");
            offset += indices[d] * strides[d];
        }
        return offset;
    }

    private long Nth(long k)
    {
        if (contiguous) return k;
        long offset = 0;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            (k, var index) = Math.DivRem(k, shape[d]);
            offset += index * strides[d];
        }
        return offset;
    }
}
