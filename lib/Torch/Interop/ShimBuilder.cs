using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CnnCourse.Torch;

/// <summary>Compiles the C++ shim against a libtorch, once, and keeps the result in the user's cache.</summary>
public static class ShimBuilder
{
    private static readonly string[] Sources = ["shim.cpp", "fast.cpp", "function.cpp", "meta.cpp", "cuda.cpp", "shim.h", "boundary.h", "fast.h", "compat.h", "CMakeLists.txt"];

    /// <summary>The folder of compiled shims: $COURSE_CACHE, $XDG_CACHE_HOME or ~/.cache, then <c>cnncourse/shim</c>.</summary>
    public static string CacheDirectory => Path.Combine(
        Environment.GetEnvironmentVariable("COURSE_CACHE") is { Length: > 0 } own ? own
            : Path.Combine(
                Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
                    : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
                "cnncourse"),
        "shim");

    /// <summary>Path of the compiled shim, building it first where it is missing.</summary>
    /// <exception cref="InvalidOperationException">cmake or the compiler failed; the message holds the end of what they said.</exception>
    public static string Build(Libtorch libtorch)
    {
        var directory = Path.Combine(CacheDirectory, Key(libtorch));
        var result = Path.Combine(directory, "libcnncourse_torch.so");
        if (File.Exists(result)) return result;

        Directory.CreateDirectory(directory);
        using var exclusive = Lock(Path.Combine(directory, "lock"));
        if (File.Exists(result)) return result;

        var source = Path.Combine(directory, "source");
        var build = Path.Combine(directory, "build");
        Directory.CreateDirectory(source);
        foreach (var name in Sources) File.WriteAllBytes(Path.Combine(source, name), Read(name));
        Run("cmake", "-S", source, "-B", build,
            "-DLIBTORCH_INCLUDE=" + string.Join(';', libtorch.Includes),
            "-DLIBTORCH_LIB=" + libtorch.Library,
            "-DLIBTORCH_CXX11_ABI=" + (libtorch.Cxx11Abi ? "1" : "0"));
        Run("cmake", "--build", build);
        File.Move(Path.Combine(build, "libcnncourse_torch.so"), result);
        Directory.Delete(build, recursive: true);
        return result;
    }

    private static string Key(Libtorch libtorch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Sources) hash.AppendData(Read(name));
        hash.AppendData(Encoding.UTF8.GetBytes($"{libtorch.Version}|{libtorch.Library}|{string.Join('|', libtorch.Includes)}"));
        return $"{libtorch.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(ShimBuilder).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    // Several processes may start at once; one builds, the others wait.
    private static FileStream Lock(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 1200)
            {
                Thread.Sleep(250);
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return;
            var said = (output + error.Result).Split('\n');
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed:\n{string.Join('\n', said.TakeLast(30))}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"cannot run '{program}' ({e.Message}); install it with 'sudo apt-get install cmake g++'", e);
        }
    }
}
