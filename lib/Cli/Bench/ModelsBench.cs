using System.Globalization;
using System.Text;
using System.Text.Json;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench models</c>: each network that torchvision has too, beside torchvision's.</summary>
internal static class ModelsBench
{
    /// <summary>The networks that torchvision has too.</summary>
    public static IReadOnlyList<string> Shared { get; } = [.. PublishedWeights.All.Select(w => w.Model).Distinct()];

    public static int Run(IReadOnlyList<string> names, int rounds, bool write, bool asJson)
    {
        if (names.FirstOrDefault(n => !Shared.Contains(n)) is { } unknown) throw new UnknownNameException("network of torchvision's", unknown, Shared);
        if (asJson)
        {
            foreach (var name in names) Console.WriteLine(JsonSerializer.Serialize(ModelDuel.Here(name, rounds)));
            return 0;
        }
        var duels = new List<ModelDuel>();
        var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"## `./course bench models`\n\nA training step (SGD with momentum) and inference at batch {ModelDuel.Batch} and each network's usual image size, beside torchvision's networks in Python; libtorch {__version__}, {get_num_threads()} threads, medians of {rounds} rounds in turn; peak resident memory of a process for each network and side.\n\n"));
        Say(page, $"| network | step, ms | Python, ms | ratio | inference, ms | Python, ms | ratio | peak, MiB | Python, MiB | ratio |");
        Say(page, $"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var name in names.Count > 0 ? names : Shared)
        {
            var d = ModelDuel.Apart(name, rounds);
            duels.Add(d);
            Say(page, $"| {d.Model} | {d.OurStep * 1e3:f0} | {d.PythonStep * 1e3:f0} | {d.StepRatio:f2} | {d.OurInference * 1e3:f0} | {d.PythonInference * 1e3:f0} | {d.InferenceRatio:f2} | {d.OurPeak >> 20:n0} | {d.PythonPeak >> 20:n0} | {d.PeakRatio:f2} |");
        }
        Say(page, $"| **geometric mean** | | | **{Mean(duels, d => d.StepRatio):f2}** | | | **{Mean(duels, d => d.InferenceRatio):f2}** | | | **{Mean(duels, d => d.PeakRatio):f2}** |");
        var all = Duel.GeometricMean(duels.SelectMany(d => new[] { d.StepRatio, d.InferenceRatio }));
        Say(page, $"\nGeometric mean of all times: **{all:f2}**; largest ratio of memory: {duels.Max(d => d.PeakRatio):f2}.");
        if (write) BenchmarkPage.Write("models", page.ToString());
        return 0;
    }

    private static double Mean(List<ModelDuel> duels, Func<ModelDuel, double> ratio) => Duel.GeometricMean(duels.Select(ratio));

    private static void Say(StringBuilder page, FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        page.Append(text).Append('\n');
    }
}
