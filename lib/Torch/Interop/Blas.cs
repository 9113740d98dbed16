using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>
/// Debian's OpenBLAS comes with threads of its own (pthread) or with libtorch's (openmp). Two sets of threads on the
/// same cores wait for each other, so the openmp build is loaded first wherever it is installed.
/// </summary>
public static class Blas
{
    private static readonly string[] libraries = ["libblas.so.3", "liblapack.so.3"];

    /// <summary>The folder of OpenBLAS's openmp build, or null where it is not installed.</summary>
    public static string? Folder { get; } = new[] { "/usr/lib/x86_64-linux-gnu/openblas-openmp", "/usr/lib/aarch64-linux-gnu/openblas-openmp" }
        .FirstOrDefault(folder => libraries.All(name => File.Exists(Path.Combine(folder, name))));

    /// <summary>Loads it, so that a libtorch loaded afterwards finds its BLAS in the process.</summary>
    internal static void Preload()
    {
        if (Folder is not { } folder) return;
        foreach (var name in libraries) NativeLibrary.TryLoad(Path.Combine(folder, name), out _);
    }
}
