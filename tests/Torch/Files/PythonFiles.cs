using System.Diagnostics;
using System.Numerics;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Files;

/// <summary>A folder into which C# writes first and Python second: one run of the reference for all file tests.</summary>
public sealed class PythonFiles : IDisposable
{
    internal const string Python = "/usr/bin/python3";   // Debian's, whichever python3 comes first on the path

    internal static readonly ScalarType[] Types =
    [
        ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.Float32,
        ScalarType.Float64, ScalarType.ComplexFloat32, ScalarType.ComplexFloat64, ScalarType.Bool, ScalarType.BFloat16,
    ];

    // In memory where the system offers that: the fuzzers write a hundred thousand files.
    private readonly string folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"cnncourse-files-{Guid.NewGuid():N}")).FullName;

    public PythonFiles()
    {
        var all = Types.ToDictionary(Name, Expected);
        WeightFile.Save(At("ours.pth"), all);
        Checkpoint.Save(At("ours_legacy.pth"), all, legacy: true);
        WeightFile.Save(At("ours.safetensors"), all.Where(t => t.Key != "complex128"));
        WeightFile.Save(At("ours.dat"), all);
        Checkpoint.Save(At("ours_nested.pth"), Nested());
        Checkpoint.Save(At("ours_nested_legacy.pth"), Nested(), legacy: true);
        Checkpoint.Save(At("ours_single.pt"), all["float32"]);
        using var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Files/files.py"), folder]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"the Python side of the file tests failed:\n{error}");
        using var report = JsonDocument.Parse(File.ReadAllText(At("report.json")));
        Report = report.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
    }

    /// <summary>What Python says of each file of ours: "[]" where nothing is wrong.</summary>
    internal Dictionary<string, string> Report { get; }

    internal string At(string name) => Path.Combine(folder, name);

    internal static string Name(ScalarType type) => Dtype.Of(type).Python;

    /// <summary>[[0, 1, 2], [3, 4, 5]] in a type; truth values alternate, imaginary parts are 1 - n.</summary>
    internal static Tensor Expected(ScalarType type)
    {
        long[] numbers = [0, 1, 2, 3, 4, 5];
        var t = type.IsComplex()
            ? FromMemory<Complex>(numbers.Select(n => new Complex(n, 1 - n)).ToArray(), [2, 3], ScalarType.ComplexFloat64, null, false)
            : FromMemory<long>(numbers.Select(n => type == ScalarType.Bool ? n % 2 : n).ToArray(), [2, 3], ScalarType.Int64, null, false);
        return t.to(type);
    }

    private static OrderedDictionary<string, object?> Nested()
    {
        var shared = Expected(ScalarType.Float32);
        var turned = new Operator("t").Call(shared);
        return new()
        {
            ["epoch"] = 3, ["lr"] = 0.5, ["big"] = BigInteger.Pow(2, 80), ["none"] = null, ["flag"] = true,
            ["tuple"] = new object[] { 1, "zwei", -2.5 }, ["list"] = new List<object> { 1L, new List<object> { 2L, "ä" } },
            ["size"] = new long[] { 4, 5 }, ["bytes"] = new byte[] { 0, 255 }, ["device"] = CPU, ["dtype"] = ScalarType.BFloat16,
            ["state"] = new Dictionary<int, object> { [0] = new Dictionary<string, object> { ["step"] = 7 } },
            ["shared"] = shared, ["row"] = new Operator("select", "int").Call(shared, 0, 0), ["turned"] = turned,
            ["parameter"] = ones([2], requires_grad: true),
        };
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
