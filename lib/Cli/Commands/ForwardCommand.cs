using System.CommandLine;
using CnnCourse.Models;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course forward</c>: any network of the zoo, in eval mode, from a file of input to a file of output.</summary>
internal static class ForwardCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model");
        var weights = new Option<string>("--weights") { Description = "state dict: .pth, .safetensors or .dat", Required = true };
        var input = new Option<string>("--input") { Description = "file of one tensor, [N, C, H, W]", Required = true };
        var output = new Option<string>("--output") { Description = "file to write the result to", Required = true };
        var command = new Command("forward", "Run a network in eval mode on a tensor in a file.") { model, weights, input, output };
        command.SetAction(parsed => Run(parsed.GetValue(model)!, parsed.GetValue(weights)!, parsed.GetValue(input)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string name, string weights, string input, string output)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var entry = ModelZoo.Find(name);
        var model = Weights.Loaded(entry, weights);
        WeightFile.Save(output, [KeyValuePair.Create("output", InputShapes.Forward(model, entry, Weights.Single(input)))]);
        return 0;
    }
}
