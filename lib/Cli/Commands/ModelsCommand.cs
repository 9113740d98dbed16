using System.CommandLine;
using CnnCourse.Arithmetic;
using CnnCourse.Models;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course models</c>: the networks of the zoo; <c>course models diff A B</c>: what differs between two of them.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var command = new Command("models", "List the networks of the course, or compare two of them.") { Difference() };
        command.SetAction(_ =>
        {
            var width = ModelZoo.Names.Max(name => name.Length);
            foreach (var entry in ModelZoo.Entries)
                Console.WriteLine($"{entry.Name.PadRight(width)}  {string.Join('x', entry.Input),-10}  {entry.Title}");
        });
        return command;
    }

    private static Command Difference()
    {
        var first = new Argument<string>("first");
        var second = new Argument<string>("second");
        var command = new Command("diff", "Print what differs between two networks, layer by layer.") { first, second };
        command.SetAction(parsed => Compare(parsed.GetValue(first)!, parsed.GetValue(second)!));
        return command;
    }

    private static int Compare(string first, string second)
    {
        var (left, right) = (Count(first), Count(second));
        var rows = LayerDifference.Between(left, right);
        string[] head = ["", first, second];
        var widths = head.Select((_, c) => rows.Append(head).Max(row => row[c].Length)).ToArray();
        foreach (var row in rows.Prepend(head))
            Console.WriteLine(string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
        return 0;
    }

    private static LayerTable Count(string name)
    {
        var entry = ModelZoo.Find(name);
        return LayerTable.Of(entry.Build, entry.Input);
    }
}
