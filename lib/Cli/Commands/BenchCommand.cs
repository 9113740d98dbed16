using System.CommandLine;
using CnnCourse.Cli.Bench;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course bench</c>: our speed beside Python's on the same libtorch, in turn, as a ratio.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var device = new Option<string?>("--device") { Description = "train ResNet-50 on this device, for instance cuda, beside Python" };
        var command = new Command("bench", "Measure our speed beside Python's, as a ratio.") { device };
        foreach (var bench in All()) command.Add(bench);
        command.SetAction(parsed => parsed.GetValue(device) is { } name ? DeviceBench.Run(name, rounds: 5)
            : throw new UserError($"say what to measure: {string.Join(", ", command.Subcommands.Select(c => c.Name))}, or --device cuda", Program.Misused));
        return command;
    }

    private static IEnumerable<Command> All() =>
    [
        Create("data", "Images a second: scenes drawn, batches augmented.", 3, DataBench.Run),
        Create("kernel", "The C# kernel's start, first result, cell latency and output, beside ipykernel's.", 5, KernelBench.Run),
        Create("lenet5", "One epoch of the modern LeNet-5 on Fashion-MNIST, batch 64, SGD with momentum.", 5, LeNet5Bench.Run),
        Create("memory", "Resident memory over 10,000 training steps; fails if it grows by more than 2 %.", 1, MemoryBench.Run),
        Models(),
        Create("torch", "Thirty small operators, and training steps of LeNet-5, ResNet-20 and AlexNet.", 7, TorchBench.Run),
    ];

    private static Command Models()
    {
        var names = new Argument<string[]>("names") { Description = "networks to measure; all that torchvision has too when left out", Arity = ArgumentArity.ZeroOrMore };
        var rounds = new Option<int>("--rounds") { Description = "rounds of each side", DefaultValueFactory = _ => 3 };
        var write = new Option<bool>("--write") { Description = "write the table to docs/benchmarks.md" };
        var json = new Option<bool>("--json") { Description = "measure in this process, print numbers", Hidden = true };
        var command = new Command("models", "A training step and inference of each network that torchvision has too, and memory.") { names, rounds, write, json };
        command.SetAction(parsed => ModelsBench.Run(parsed.GetValue(names)!, parsed.GetValue(rounds), parsed.GetValue(write), parsed.GetValue(json)));
        return command;
    }

    private static Command Create(string name, string description, int usual, Func<int, bool, int> run)
    {
        var rounds = new Option<int>("--rounds") { Description = "rounds of each side", DefaultValueFactory = _ => usual };
        var write = new Option<bool>("--write") { Description = "write the table to docs/benchmarks.md" };
        var command = new Command(name, description) { rounds, write };
        command.SetAction(parsed => run(parsed.GetValue(rounds), parsed.GetValue(write)));
        return command;
    }
}
