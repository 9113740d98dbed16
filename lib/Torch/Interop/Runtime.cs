using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>The libtorch that this process runs on, loaded at the first use of a tensor.</summary>
public static class Runtime
{
    private static readonly Lazy<(Libtorch Libtorch, nint Handle)> loaded = new(Load);

    /// <summary>The libtorch in use.</summary>
    /// <exception cref="DllNotFoundException">There is none, or the shim cannot be compiled against it.</exception>
    public static Libtorch Libtorch => loaded.Value.Libtorch;

    /// <summary>libtorch's own words on its threads and BLAS.</summary>
    public static string ParallelInfo => Shim.Take(Shim.ct_parallel_info());

    /// <summary>libtorch's build configuration.</summary>
    public static string BuildConfiguration => Shim.Take(Shim.ct_show_config());

    internal static nint LoadShim() => loaded.Value.Handle;

    private static (Libtorch, nint) Load()
    {
        var libtorch = Libtorch.Find() ?? throw new DllNotFoundException($"no libtorch found: {Libtorch.Mend}");
        if (libtorch.Source == "system") Blas.Preload();   // pip and conda bring a BLAS of their own
        nint handle;
        try
        {
            handle = NativeLibrary.Load(ShimBuilder.Build(libtorch));
        }
        catch (InvalidOperationException e)
        {
            throw new DllNotFoundException($"the shim for libtorch {libtorch.Version} in {libtorch.Library} could not be built: {e.Message}", e);
        }
        HostAllocator.KeepFreedMemory();
        SetThreads(handle);
        return (libtorch, handle);
    }

    // libtorch's own default came out as 1 thread on a two-core machine; here it is the physical cores,
    // unless OMP_NUM_THREADS says otherwise.
    private static unsafe void SetThreads(nint handle)
    {
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 }) return;
        var set = (delegate* unmanaged<int, nint>)NativeLibrary.GetExport(handle, "ct_set_threads");
        Shim.Check(set(Cores.Physical), "set_num_threads");
    }
}
