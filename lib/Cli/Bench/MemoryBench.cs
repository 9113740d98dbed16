using System.Globalization;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench memory</c>: resident memory over 10,000 training steps with a dispose scope each.</summary>
internal static class MemoryBench
{
    private const int Steps = 10_000;
    private const int Settled = 1_000;

    /// <summary>Allowed growth from step 1,000 to step 10,000.</summary>
    private const double Allowed = 0.02;

    public static int Run(int rounds, bool write)
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var model = ModelZoo.Create("lenet5");
        using var optimizer = optim.SGD(model.parameters(), 0.01, momentum: 0.9);
        var (images, labels) = (randn(16, 1, 32, 32), randint(10, [16], dtype: int64));
        var settled = 0L;
        for (var step = 1; step <= Steps; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.call(images), labels).backward();
            optimizer.step();
            if (step == Settled) settled = Resident();
        }
        var growth = (double)Resident() / settled - 1;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"resident after {Settled:N0} steps {settled >> 20} MiB, after {Steps:N0} steps {growth:+0.0%;-0.0%;0.0%} (allowed {Allowed:0 %})");
        Console.WriteLine(line);
        if (write) BenchmarkPage.Write("memory", $"## `./course bench memory`\n\nLeNet-5, batch 16, one dispose scope per step: {line}.");
        return growth <= Allowed ? 0 : 1;
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);   // gives back what the heap only keeps in reserve
        return Environment.WorkingSet;
    }
}
