using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>
/// A dispose scope gives a whole step's tensors back at once, and glibc then returns the memory to the kernel, only to
/// fault it in again, page by page, in the next step. Told to keep it, the next step finds its memory ready.
/// </summary>
internal static partial class HostAllocator
{
    private const int TrimThreshold = -1;   // M_TRIM_THRESHOLD of malloc.h
    private const int MapThreshold = -3;    // M_MMAP_THRESHOLD
    private const int Kept = 1 << 29;
    private const int LargestMapThreshold = 1 << 25;

    /// <summary>Asks glibc to keep up to half a GiB that is free; does nothing elsewhere, or where MALLOC_TRIM_THRESHOLD_ says otherwise.</summary>
    internal static void KeepFreedMemory()
    {
        if (Environment.GetEnvironmentVariable("MALLOC_TRIM_THRESHOLD_") is { Length: > 0 }) return;
        try
        {
            _ = mallopt(TrimThreshold, Kept);
            _ = mallopt(MapThreshold, LargestMapThreshold);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // another C library: it has its own ways
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial int mallopt(int parameter, int value);
}
