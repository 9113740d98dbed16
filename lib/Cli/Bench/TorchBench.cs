using System.Globalization;
using System.Text;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench torch</c>: thirty small operators and three training steps beside Python.</summary>
internal static class TorchBench
{
    private const int OperatorCount = 20_000;

    private static readonly (string Name, Func<nn.Module<Tensor, Tensor>> Build, long[] Shape, long Classes, int Count)[] steps =
    [
        ("LeNet-5", () => ModelZoo.Create("lenet5"), [64, 1, 32, 32], 10, 50),
        ("ResNet-20", () => ModelZoo.Create("resnet20_cifar"), [64, 3, 32, 32], 10, 4),
        ("AlexNet", () => ModelZoo.Create("alexnet"), [8, 3, 224, 224], 1000, 1),
    ];

    public static int Run(int rounds, bool write)
    {
        using var python = new PythonPeer("bench_torch.py", get_num_threads().ToString(CultureInfo.InvariantCulture));
        python.Ready();
        var page = new StringBuilder("## `./course bench torch`\n\n");
        page.Append(CultureInfo.InvariantCulture, $"libtorch {__version__}, {get_num_threads()} threads, medians of {rounds} rounds in turn.\n\n| 64×64 operator | ours, µs | Python, µs | ratio | managed bytes |\n|---|---:|---:|---:|---:|\n");
        var ratios = new List<double>();
        foreach (var op in SmallOperators.All)
        {
            var (duel, bytes) = Measure(op, rounds, python);
            ratios.Add(duel.Ratio);
            Say(page, $"| `{op.Python}` | {duel.Ours * 1e6:f2} | {duel.Python * 1e6:f2} | {duel.Ratio:f2} | {bytes} |");
        }
        Say(page, $"| **geometric mean** | | | **{Duel.GeometricMean(ratios):f2}** | |");
        page.Append("\n| training step | ours, ms | Python, ms | ratio |\n|---|---:|---:|---:|\n");
        foreach (var step in steps)
        {
            var duel = Measure(step.Name, step.Build, step.Shape, step.Classes, step.Count, rounds, python);
            Say(page, $"| {step.Name}, batch {step.Shape[0]} | {duel.Ours * 1e3:f1} | {duel.Python * 1e3:f1} | {duel.Ratio:f2} |");
        }
        if (write) BenchmarkPage.Write("torch", page.ToString());
        return 0;
    }

    private static void Say(StringBuilder page, FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        page.Append(text).Append('\n');
    }

    private static (Duel, long) Measure(SmallOperator op, int rounds, PythonPeer python)
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var (a, b, i) = (rand(64, 64) + 0.5, rand(64, 64) + 0.5, arange(64).flip(0));
        void Ours(int count)
        {
            for (var k = 0; k < count; k++) op.CSharp(a, b, i).Dispose();
        }
        var duel = Duel.Run(rounds, OperatorCount, Ours, count => python.Round($"op {count} {op.Python}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ours(1000);
        return (duel, (GC.GetAllocatedBytesForCurrentThread() - before) / 1000);
    }

    private static Duel Measure(string name, Func<nn.Module<Tensor, Tensor>> build, long[] shape, long classes, int count, int rounds, PythonPeer python)
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        using var model = build();
        using var optimizer = optim.SGD(model.parameters(), 0.01, momentum: 0.9);
        var (images, labels) = (randn(shape), randint(classes, [shape[0]], dtype: int64));
        model.train();
        return Duel.Run(rounds, count, steps =>
        {
            for (var k = 0; k < steps; k++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.call(images), labels).backward();
                optimizer.step();
            }
        }, steps => python.Round($"step {steps} {name}"));
    }
}
