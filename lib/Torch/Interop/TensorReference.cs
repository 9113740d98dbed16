namespace CnnCourse.Torch;

/// <summary>
/// One reference to a libtorch tensor. Its finalizer is the net under tensors that nobody disposed. A new object with a
/// finalizer costs the collector more than a small operator takes, so a thread keeps those that were given back.
/// </summary>
internal sealed class TensorReference
{
    private const int Kept = 1024;

    private const int CountedKilobytes = 64;   // smaller tensors do not matter to HeldMemory

    [ThreadStatic] private static TensorReference? free;
    [ThreadStatic] private static int freeCount;

    private nint handle;
    private int kilobytes;
    private TensorReference? next;

    private TensorReference()
    {
    }

    ~TensorReference()
    {
        if (handle != 0 && kilobytes >= CountedKilobytes) HeldMemory.GiveBackForgotten((long)kilobytes << 10);
        Release();
    }

    internal static TensorReference Take(nint handle, int kilobytes)
    {
        var reference = free;
        if (reference is null) reference = new TensorReference();
        else
        {
            (free, reference.next) = (reference.next, null);
            freeCount--;
        }
        reference.handle = handle;
        reference.kilobytes = kilobytes;
        if (kilobytes >= CountedKilobytes) HeldMemory.Take((long)kilobytes << 10);
        return reference;
    }

    /// <summary>Gives the tensor back, and this object to the thread's spare ones.</summary>
    internal void Return()
    {
        if (handle != 0 && kilobytes >= CountedKilobytes) HeldMemory.GiveBack((long)kilobytes << 10);
        Release();
        if (freeCount == Kept)
        {
            GC.SuppressFinalize(this);
            return;
        }
        (next, free) = (free, this);
        freeCount++;
    }

    private void Release()
    {
        if (handle == 0) return;
        Shim.ct_release(handle);
        handle = 0;
    }
}
