using System.CommandLine;
using System.Globalization;
using CnnCourse.Models;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course arithmetic MODEL</c>: every layer counted, without running or allocating the network.</summary>
internal static class ArithmeticCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "a network of the zoo: " + string.Join(", ", ModelZoo.Names.Take(6)) + ", ..." };
        var input = new Option<string?>("--input") { Description = "image shape, channels first; the network's usual one when left out", HelpName = "1x32x32" };
        var csv = new Option<bool>("--csv") { Description = "comma-separated values" };
        var command = new Command("arithmetic", "Shapes, parameters, connections, multiply-adds, memory and receptive fields of a network.") { model, input, csv };
        command.SetAction(parsed => Print(parsed.GetValue(model)!, parsed.GetValue(input), parsed.GetValue(csv)));
        return command;
    }

    private static int Print(string name, string? input, bool asCsv)
    {
        var entry = ModelZoo.Find(name);
        var table = InputShapes.Count(entry, input is null ? entry.Input : Shape(input));
        Console.Write(asCsv ? table.ToCsv() : table.ToText());
        return 0;
    }

    private static long[] Shape(string text)
    {
        var sides = text.Split('x', '×', ',');
        var shape = new long[sides.Length];
        for (var k = 0; k < shape.Length; k++)
            if (!long.TryParse(sides[k], NumberStyles.None, CultureInfo.InvariantCulture, out shape[k]) || shape[k] == 0)
                throw new UserError($"'{text}' is no image shape: write channels x height x width, for example 3x224x224");
        return shape;
    }
}
