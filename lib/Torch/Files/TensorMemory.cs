using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>The native memory behind tensors, as the readers and writers of files need it.</summary>
internal static unsafe class TensorMemory
{
    private const int Chunk = 8 << 20;

    private static readonly Operator asStrided = new("as_strided");
    private static readonly Operator viewDtype = new("view", "dtype");
    private static readonly Operator reshape = new("reshape");
    private static readonly Operator contiguous = new("contiguous");
    private static readonly Operator resolveConj = new("resolve_conj");
    private static readonly Operator resolveNeg = new("resolve_neg");
    private static readonly Operator conj = new("conj_physical");
    private static readonly Operator neg = new("neg");

    private static readonly long[] flat = [-1];

    internal static nint Address(Tensor tensor)
    {
        Shim.Check(Shim.ct_data(tensor.Handle, out var data), "data");
        return data;
    }

    /// <summary>The storage behind a tensor: address, bytes, and the tensor's offset in elements.</summary>
    internal static (nint Address, long Bytes, long Offset) Storage(Tensor tensor)
    {
        Shim.Check(Shim.ct_storage(tensor.Handle, out var data, out var bytes, out var offset), "storage");
        return (data, bytes, offset);
    }

    /// <summary>A tensor on the CPU without lazy conjugation, ready to have its bytes read.</summary>
    internal static Tensor OnHost(Tensor tensor, bool inOrder)
    {
        if (tensor.is_sparse) throw new NotSupportedException("a sparse tensor cannot be saved; call to_dense() first");
        using var scope = NewDisposeScope();
        var t = tensor.detach().to(CPU);
        t = resolveNeg.Call(resolveConj.Call(t));
        if (inOrder) t = contiguous.Call(t);
        return t.MoveToOuterDisposeScope();
    }

    /// <summary>Shows native memory piece by piece.</summary>
    internal static void Copy(nint address, long bytes, Action<ReadOnlySpan<byte>> write)
    {
        for (long done = 0; done < bytes; done += Chunk)
        {
            Interrupt.ThrowIfRequested();
            write(new ReadOnlySpan<byte>((byte*)address + done, (int)Math.Min(Chunk, bytes - done)));
        }
    }

    /// <summary>A view of a base tensor's storage that does not count as a view in autograd.</summary>
    internal static Tensor View(Tensor whole, StoredTensor stored)
    {
        using var scope = NewDisposeScope();
        var t = reshape.Call(whole.detach(), flat);
        if (whole.dtype != stored.Dtype.Type) t = viewDtype.Call(t, stored.Dtype.Type);
        return asStrided.Call(t, stored.Shape, stored.Strides, stored.Offset).detach().DetachFromDisposeScope();
    }

    internal static Tensor Finish(Tensor tensor, StoredTensor stored)
    {
        var t = tensor;
        if (stored.Conjugate && t.is_complex()) t = Replace(t, conj);
        if (stored.Negative) t = Replace(t, neg);
        return stored.RequiresGrad ? t.requires_grad_() : t;
    }

    private static Tensor Replace(Tensor tensor, Operator op)
    {
        var result = op.Call(tensor);
        result.DetachFromDisposeScope();
        tensor.Dispose();
        return result;
    }
}
