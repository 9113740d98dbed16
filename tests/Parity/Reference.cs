using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace CnnCourse.Parity;

/// <summary>The answers of Debian's Python for every case of this assembly, found in one run of it.</summary>
internal static class Reference
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<Dictionary<string, Answer>> answers = new(Run);

    internal sealed record Place(int Dtype, long[] Shape, long Offset, int Length);

    internal sealed record Result(Place[]? Outputs, Place?[]? Weights, Place?[]? Grads, string? Error);

    internal sealed record Answer(Result Result, byte[] Data)
    {
        internal Tensor Read(Place place)
        {
            var result = empty(place.Shape, (ScalarType)place.Dtype);
            Data.AsSpan((int)place.Offset, place.Length).CopyTo(result.bytes);
            return result;
        }
    }

    internal static Answer For(string suite, ParityCase parityCase) => answers.Value[Key(suite, parityCase)];

    private static string Key(string suite, ParityCase parityCase) => $"{suite}/{parityCase.Name}";

    private static (string Key, ParityCase Case)[] AllCases() =>
        [.. from type in typeof(Reference).Assembly.GetTypes()
            where !type.IsAbstract && typeof(ICases).IsAssignableFrom(type)
            orderby type.Name
            from parityCase in (IReadOnlyList<ParityCase>)type.GetProperty(nameof(ICases.Cases))!.GetValue(null)!
            select (Key(type.Name, parityCase), parityCase)];

    private static Dictionary<string, Answer> Run()
    {
        var folder = Directory.CreateTempSubdirectory("cnncourse-parity-");
        try
        {
            var cases = AllCases();
            WriteRequest(folder.FullName, cases.Select(c => c.Case));
            Execute(Path.Combine(AppContext.BaseDirectory, "reference.py"), folder.FullName);
            using var json = File.OpenRead(Path.Combine(folder.FullName, "results.json"));
            var results = JsonSerializer.Deserialize<Result[]>(json, Options)!;
            var data = File.ReadAllBytes(Path.Combine(folder.FullName, "results.bin"));
            return cases.Zip(results).ToDictionary(pair => pair.First.Key, pair => new Answer(pair.Second, data));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    private static void WriteRequest(string folder, IEnumerable<ParityCase> cases)
    {
        using var scope = NewDisposeScope();
        using var inputs = File.Create(Path.Combine(folder, "inputs.bin"));
        var request = cases.Select(c => new
        {
            c.Seed,
            c.Python,
            Grad = c.Gradients,
            Inputs = c.Inputs.Select((input, k) =>
            {
                using var tensor = input.Make(c.Seed + k);
                var place = new Place((int)tensor.dtype, tensor.shape, inputs.Position, tensor.bytes.Length);
                inputs.Write(tensor.bytes);
                return place;
            }).ToArray(),
        }).ToArray();
        File.WriteAllText(Path.Combine(folder, "cases.json"), JsonSerializer.Serialize(new { Threads = get_num_threads(), Cases = request }, Options));
    }

    private static void Execute(string script, string folder)
    {
        const string mend = "install it with 'sudo apt-get install python3-torch'";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, [script, folder]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return;
            throw new InvalidOperationException(said.Contains("No module named", StringComparison.Ordinal)
                ? $"{Python} has no torch to compare with; {mend}"
                : $"{script} failed:\n{said}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"there is no {Python} to compare with; {mend}");
        }
    }
}
