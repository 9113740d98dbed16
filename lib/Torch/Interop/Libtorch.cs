using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CnnCourse.Torch;

/// <summary>One libtorch on this machine: where its headers and libraries are, and which version they say.</summary>
/// <param name="Source">What led to it, for people: <c>$LIBTORCH</c>, <c>Python</c> or <c>system</c>.</param>
public sealed partial record Libtorch(string Source, string Version, string Library, IReadOnlyList<string> Includes, bool Cxx11Abi, string? Torchvision)
{
    /// <summary>The first libtorch found: $LIBTORCH, the active Python's torch package, Debian's libtorch-dev.</summary>
    public static Libtorch? Find() => FromVariable() ?? FromPython() ?? FromSystem();

    /// <summary>How to get one, said wherever none is found.</summary>
    public const string Mend = "install it with 'sudo apt-get install libtorch-dev libopenblas0-openmp', or set LIBTORCH to an unpacked libtorch";

    private static Libtorch? FromVariable()
    {
        var root = Environment.GetEnvironmentVariable("LIBTORCH");
        return string.IsNullOrEmpty(root) ? null : FromRoot("$LIBTORCH", root);
    }

    private static Libtorch? FromRoot(string source, string root)
    {
        string[] includes = [Path.Combine(root, "include"), Path.Combine(root, "include/torch/csrc/api/include")];
        var library = Path.Combine(root, "lib");
        if (!File.Exists(Path.Combine(library, "libtorch.so"))) return null;
        var cmake = Path.Combine(root, "share/cmake/Torch/TorchConfig.cmake");
        var oldAbi = File.Exists(cmake) && File.ReadAllText(cmake).Contains("_GLIBCXX_USE_CXX11_ABI=0", StringComparison.Ordinal);
        return new Libtorch(source, HeaderVersion(includes), library, includes, !oldAbi, Sibling(root));
    }

    // The torch package of the active Python, if it was installed by pip or conda (a virtual environment counts).
    private static Libtorch? FromPython()
    {
        if (Environment.GetEnvironmentVariable("VIRTUAL_ENV") is null && Environment.GetEnvironmentVariable("CONDA_PREFIX") is null
            && Environment.GetEnvironmentVariable("COURSE_PYTHON") is null) return null;
        var python = Environment.GetEnvironmentVariable("COURSE_PYTHON") ?? "python3";
        const string script = "import importlib.util as u; s = u.find_spec('torch'); print(s.submodule_search_locations[0] if s else '')";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var root = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return root.Length == 0 ? null : FromRoot("Python", root);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static Libtorch? FromSystem()
    {
        const string include = "/usr/include";
        var library = Path.Combine("/usr/lib", Triplet);
        string[] includes = [include, Path.Combine(include, "torch/csrc/api/include")];
        if (!File.Exists(Path.Combine(library, "libtorch.so")) || HeaderVersion(includes) == "unknown") return null;
        return new Libtorch("system", HeaderVersion(includes), library, includes, true, Existing("/usr/lib/python3/dist-packages/torchvision"));
    }

    private static string Triplet => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

    private static string? Sibling(string root) => Existing(Path.Combine(Path.GetDirectoryName(root.TrimEnd('/')) ?? "/", "torchvision"));

    private static string? Existing(string directory) => Directory.Exists(directory) ? directory : null;

    private static string HeaderVersion(IEnumerable<string> includes)
    {
        foreach (var header in includes.Select(i => Path.Combine(i, "torch/version.h")).Where(File.Exists))
            if (VersionNumber().Matches(File.ReadAllText(header)) is { Count: >= 3 } numbers)
                return string.Join('.', numbers.Take(3).Select(n => n.Groups[1].Value));
        return "unknown";
    }

    [GeneratedRegex(@"#define\s+TORCH_VERSION_(?:MAJOR|MINOR|PATCH)\s+(\d+)")]
    private static partial Regex VersionNumber();
}
