namespace CnnCourse.Torch;

/// <summary>
/// One reference to a libtorch tensor. Its finalizer is the net under tensors that nobody disposed. A new object with a
/// finalizer costs the collector more than a small operator takes, so a thread keeps those that were given back.
/// </summary>
internal sealed class TensorReference
{
    private const int Kept = 1024;

    private const int CountedKilobytes = 64;   // smaller tensors do not matter to HeldMemory

    [ThreadStatic] private static Spares? spares;

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
        var here = spares ??= new();
        var reference = here.First;
        if (reference is null) reference = new TensorReference();
        else
        {
            (here.First, reference.next) = (reference.next, null);
            here.Count--;
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
        var here = spares ??= new();
        if (here.Count == Kept)
        {
            GC.SuppressFinalize(this);
            return;
        }
        (next, here.First) = (here.First, this);
        here.Count++;
    }

    private void Release()
    {
        if (handle == 0) return;
        Shim.ct_release(handle);
        handle = 0;
    }

    // A thread's spare objects: looking up what belongs to a thread takes time, and is done once a call.
    private sealed class Spares
    {
        internal TensorReference? First;
        internal int Count;
    }
}
