using System.CommandLine;
using CnnCourse.Arithmetic;
using CnnCourse.Models;
using CnnCourse.Torch;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course weights</c>: look into weight files, compare them with a network, convert them.</summary>
internal static partial class WeightsCommand
{
    public static Command Create() => new("weights", "Fetch, inspect and convert weight files (.pth, .safetensors, .dat).") { Fetch(), Inspect(), Convert() };

    private static Command Inspect()
    {
        var file = new Argument<string>("file");
        var model = new Option<string?>("--model") { Description = "compare with this network of the zoo", HelpName = "NAME" };
        var command = new Command("inspect", "Names, dtypes and shapes; with --model, what is missing, unexpected or of another shape.") { file, model };
        command.SetAction(parsed => Inspect(parsed.GetValue(file)!, parsed.GetValue(model)));
        return command;
    }

    private static int Inspect(string file, string? model)
    {
        var found = Weights.Inspect(file);
        if (model is null)
        {
            foreach (var entry in found) Console.WriteLine(entry);
            Console.WriteLine($"{found.Count} tensors, {found.Sum(entry => entry.Count):N0} numbers");
            return 0;
        }
        using var hollow = Hollow.Build(ModelZoo.Find(model).Build);
        var wanted = hollow.state_dict();
        var byName = found.ToDictionary(entry => entry.Name);
        var wrong = 0;
        foreach (var name in wanted.Keys.Union(byName.Keys))
        {
            var verdict = (wanted.TryGetValue(name, out var tensor), byName.TryGetValue(name, out var entry)) switch
            {
                (true, false) => "missing",
                (false, true) => "unexpected",
                _ when !tensor!.shape.SequenceEqual(entry!.Shape) => $"shape: the network has [{string.Join(", ", tensor.shape)}]",
                _ when tensor.dtype != entry.Dtype => $"dtype: the network has {tensor.dtype}",
                _ => null,
            };
            if (verdict is not null) wrong++;
            Console.WriteLine($"{(verdict is null ? "ok  " : "BAD ")} {(object?)entry ?? name}{(verdict is null ? "" : $"  {verdict}")}");
        }
        Console.WriteLine($"{wanted.Keys.Union(byName.Keys).Count()} keys, {wrong} wrong");
        return wrong == 0 ? 0 : 1;
    }

    private static Command Convert()
    {
        var from = new Argument<string>("from");
        var to = new Argument<string>("to");
        var command = new Command("convert", "Write a weight file in the form that the second name's extension says.") { from, to };
        command.SetAction(parsed =>
        {
            var tensors = Weights.Load(parsed.GetValue(from)!);
            WeightFile.Save(parsed.GetValue(to)!, tensors);
            Console.WriteLine($"{tensors.Count} tensors written to {parsed.GetValue(to)}");
        });
        return command;
    }
}
