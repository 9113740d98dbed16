using System.Diagnostics;
using TorchSharp;

namespace CnnCourse.Cli.Doctor;

/// <summary>Which BLAS a matrix product runs on here, and how fast.</summary>
internal static class BlasSpeed
{
    private const int Size = 1024;

    /// <returns>The library's path, and GFLOP/s: the best of five products after one to warm up.</returns>
    public static (string Name, double GigaFlops) Measure()
    {
        using var scope = torch.NewDisposeScope();
        var a = torch.ones([Size, Size]);
        var best = double.MaxValue;
        torch.mm(a, a);
        for (var k = 0; k < 5; k++)
        {
            var started = Stopwatch.GetTimestamp();
            torch.mm(a, a);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        return (Loaded(), 2.0 * Size * Size * Size / best / 1e9);
    }

    private static string Loaded() => File.ReadLines("/proc/self/maps")
        .Select(line => line[(line.LastIndexOf(' ') + 1)..])
        .FirstOrDefault(path => path.Contains("libopenblas", StringComparison.Ordinal) || path.Contains("libblas", StringComparison.Ordinal) || path.Contains("libmkl", StringComparison.Ordinal))
        ?? "built into libtorch";
}
