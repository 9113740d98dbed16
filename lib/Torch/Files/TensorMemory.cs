using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>The native memory behind tensors, as the readers and writers of files need it.</summary>
internal static unsafe partial class TensorMemory
{
    private const int Chunk = 8 << 20;

    /// <summary>A tensor on the CPU without lazy conjugation, ready to have its bytes read.</summary>
    internal static Tensor OnHost(Tensor tensor, bool inOrder)
    {
        if (tensor.is_sparse) throw new NotSupportedException("a sparse tensor cannot be saved; call to_dense() first");
        using var scope = NewDisposeScope();
        var t = tensor.detach().to(CPU);
        t = t.resolve_conj().resolve_neg();
        if (inOrder) t = t.contiguous();
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
        var t = whole.detach().reshape(-1);
        if (whole.dtype != stored.Dtype.Type) t = As(t, stored.Dtype.Type);
        return t.as_strided(stored.Shape, stored.Strides, stored.Offset).detach().DetachFromDisposeScope();
    }

    internal static Tensor Finish(Tensor tensor, StoredTensor stored)
    {
        var t = tensor;
        if (stored.Conjugate && t.is_complex()) t = Replace(t, t.conj_physical());
        if (stored.Negative) t = Replace(t, t.neg());
        return stored.RequiresGrad ? t.requires_grad_() : t;
    }

    private static Tensor Replace(Tensor tensor, Tensor result)
    {
        result.DetachFromDisposeScope();
        tensor.Dispose();
        return result;
    }
}
