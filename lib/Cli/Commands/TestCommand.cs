using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CnnCourse.Cli.Testing;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course test</c>: every test project, then every notebook; closes with <c>N passed, N failed</c>.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "only tests and notebooks whose name contains this", HelpName = "TEXT" };
        var command = new Command("test", "Run every test: libraries, parity with PyTorch, notebooks.") { filter };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(filter), stop));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, CancellationToken stop)
    {
        var total = new TestCount();
        foreach (var project in TestProjects.All()) total += await TimedAsync(project.Name, () => project.RunAsync(filter, stop));
        var isGpuTest = GpuTests.Run(filter, ref total);
        total += await TimedAsync("notebooks", () => NotebookTests.RunAsync(filter, stop));
        if (total.Total == 0 && !isGpuTest) throw new UserError($"no test has '{filter}' in its name");
        Console.WriteLine(total);
        return total.Failed == 0 ? 0 : 1;
    }

    private static async Task<TestCount> TimedAsync(string name, Func<Task<TestCount>> run)
    {
        var clock = Stopwatch.StartNew();
        var count = await run();
        if (count.Total > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {count}, {clock.Elapsed.TotalSeconds:0} s"));
        return count;
    }
}
