using System.CommandLine;
using CnnCourse.Cli.Bench;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course bench</c>: our speed beside Python's on the same libtorch, in turn, as a ratio.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measure our speed beside Python's, as a ratio.") { LeNet5() };

    private static Command LeNet5()
    {
        var rounds = new Option<int>("--rounds") { Description = "epochs on each side", DefaultValueFactory = _ => 5 };
        var command = new Command("lenet5", "One epoch of the modern LeNet-5 on Fashion-MNIST, batch 64, SGD with momentum.") { rounds };
        command.SetAction(parsed => LeNet5Bench.Run(parsed.GetValue(rounds)));
        return command;
    }
}
