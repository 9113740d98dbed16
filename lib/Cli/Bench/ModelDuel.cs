using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CnnCourse.Layers;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary>One network beside torchvision's: a training step, inference, and the peak of resident memory of a process that did nothing else.</summary>
internal sealed record ModelDuel(string Model, double OurStep, double PythonStep, double OurInference, double PythonInference, long OurPeak, long PythonPeak)
{
    public const int Batch = 4;

    public double StepRatio => OurStep / PythonStep;
    public double InferenceRatio => OurInference / PythonInference;
    public double PeakRatio => OurPeak / (double)PythonPeak;

    /// <summary>Measures in a process of its own, so that no other network's memory counts.</summary>
    public static ModelDuel Apart(string model, int rounds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(ModelDuel).Assembly.Location);
        foreach (var word in new[] { "bench", "models", model, "--json", "--rounds", rounds.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<ModelDuel>(output)! : throw new UserError($"the benchmark of {model} failed (see above)", 1);
    }

    /// <summary>Measures in this process.</summary>
    public static ModelDuel Here(string name, int rounds)
    {
        var entry = ModelZoo.Find(name);
        string[] arguments = [.. new[] { get_num_threads(), Batch, entry.Input[^1] }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        using var python = new PythonPeer("bench_models.py", arguments[0], name, arguments[1], arguments[2]);
        python.Ready();

        using var scope = NewDisposeScope();
        manual_seed(0);
        var model = entry.Build();
        using var optimizer = optim.SGD(model.parameters(), 0.001, momentum: 0.9);
        var (images, labels) = (randn([Batch, .. entry.Input]), randint(1000, [Batch], dtype: int64));
        model.train();
        var step = Duel.Run(rounds, 1, count => Repeat(count, () => Train(model, optimizer, images, labels)), count => python.Round($"train {count}"));
        model.eval();
        var inference = Duel.Run(rounds, 1, count => Repeat(count, () => Infer(model, images)), count => python.Round($"infer {count}"));
        using var self = Process.GetCurrentProcess();
        return new(name, step.Ours, step.Python, inference.Ours, inference.Python, self.PeakWorkingSet64, (long)python.Round("peak"));
    }

    private static void Repeat(int count, Action work)
    {
        for (var k = 0; k < count; k++)
        {
            using var scope = NewDisposeScope();
            work();
        }
    }

    private static void Train(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        optimizer.zero_grad();
        var loss = model is IAuxiliaryHeads network
            ? DeepSupervision.Loss(network.ForwardWithHeads(images), labels)
            : nn.functional.cross_entropy(model.call(images), labels);
        loss.backward();
        optimizer.step();
    }

    private static void Infer(nn.Module<Tensor, Tensor> model, Tensor images)
    {
        using var quiet = no_grad();
        model.call(images);
    }
}
