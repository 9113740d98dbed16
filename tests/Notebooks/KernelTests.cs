using System.Globalization;

namespace CnnCourse.Notebooks.Tests;

/// <summary>One kernel process, driven once by Jupyter's own client through every check of the script.</summary>
public sealed class KernelFixture
{
    public Dictionary<string, string> Verdicts { get; } = Python.Run([Python.Script("kernel_checks.py"), .. Python.Kernel])
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(line => line.Split(' ')[1].TrimEnd(':'));
}

public sealed class KernelTests(KernelFixture kernel) : IClassFixture<KernelFixture>
{
    [Theory]
    [InlineData("kernel_info_names_language_and_protocol")]
    [InlineData("execute_gives_input_result_and_count")]
    [InlineData("silent_and_unstored_cells_do_not_count")]
    [InlineData("streams_keep_their_order_and_displays_can_be_updated")]
    [InlineData("ten_thousand_lines_arrive")]
    [InlineData("an_error_has_a_traceback_into_the_cell_and_aborts_what_waits")]
    [InlineData("without_stop_on_error_the_next_cell_runs")]
    [InlineData("user_expressions_are_evaluated")]
    [InlineData("interrupts_end_a_loop_a_sleep_and_an_await_within_a_second")]
    [InlineData("console_input_is_asked_and_the_heart_beats_meanwhile")]
    [InlineData("completion_answers_while_a_cell_runs_and_counts_an_emoji_as_one")]
    [InlineData("inspection_gives_signature_and_documentation")]
    [InlineData("is_complete_tells_the_three_cases_apart")]
    [InlineData("history_gives_tail_range_and_search")]
    [InlineData("comms_open_echo_and_close_and_unknown_targets_are_declined")]
    [InlineData("a_request_without_its_fields_is_answered_with_an_error")]
    [InlineData("a_late_subscriber_is_welcomed")]
    [InlineData("restart_forgets_and_shutdown_ends_the_process")]
    public void Holds_with_Jupyters_own_client(string check) => Assert.Equal($"pass {check}", kernel.Verdicts[check]);

    [Fact]
    public void Five_thousand_damaged_messages_on_every_socket_leave_it_alive()
    {
        const int MostMegabytes = 500;
        var verdict = Python.Run([Python.Script("fuzz.py"), .. Python.Kernel]).Split(' ');
        Assert.Equal("alive", verdict[0]);
        Assert.True(int.Parse(verdict[1], CultureInfo.InvariantCulture) > 2500, "messages must have been dropped");
        Assert.True(int.Parse(verdict[2], CultureInfo.InvariantCulture) > 250, "requests must have been refused");
        Assert.InRange(int.Parse(verdict[3], CultureInfo.InvariantCulture), 1, MostMegabytes);
    }

    [Fact]
    public void Two_thousand_cells_and_their_displays_leave_memory_flat()
    {
        const int Warm = 3;   // readings, 250 cells apart, until tiered compilation and caches have settled
        const double MostGrowth = 1.1;
        var said = Python.Run([Python.Script("soak.py"), .. Python.Kernel]).Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(said[0] > 50_000, "displays must have been shown");
        var settled = said[Warm];
        Assert.True(said[^1] <= MostGrowth * settled, $"resident memory went from {settled} to {said[^1]} MB: {string.Join(' ', said[1..])}");
    }

    [Fact]
    public async Task The_runner_and_nbclient_write_the_same_notebook()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var source = Path.Combine(folder, "both.ipynb");
        string[] cells =
        [
            "var x = 20;\nConsole.WriteLine(\"text\"); Console.Error.WriteLine(\"warning\");\nx * 2 + 2",
            "record Layer(string Name, int Parameters);\nvar layers = new[] { new Layer(\"C1\", 156), new Layer(\"S2\", 12) };\nlayers",
            "var shown = display(\"before\");\nHTML(\"<b>bold</b>\")",
            "shown.Update(\"after\");\nCheck.Equal(168, layers.Sum(l => l.Parameters), \"parameters\");",
            "#!markdown\n*text*",
            "int Unused() { int k; return 1; }",
            "void Fail()\n{\n    throw new InvalidOperationException(\"boom\");\n}\nFail();",
            "int y = missing;",
        ];
        new Notebook
        {
            Metadata = new() { ["language_info"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "C#" } },
            Cells = [.. cells.Select((code, i) => new Cell
            {
                Kind = CellKind.Code,
                Id = $"cell-{i}",
                Source = code,
                Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception") },
            })],
        }.Save(source);
        var (byClient, byRunner) = (Path.Combine(folder, "client.ipynb"), Path.Combine(folder, "out", "both.ipynb"));
        Python.Run([Python.Script("roundtrip.py"), source, byClient, "slow,gpu", .. Python.Kernel]);
        var report = await new Runner(new SessionOptions(), new RunnerOptions { OutDirectory = Path.GetDirectoryName(byRunner) }).RunAsync(source);
        Assert.True(report.Passed);
        var (client, runner) = (Notebook.Load(byClient), Notebook.Load(byRunner));
        foreach (var (one, other) in client.Cells.Zip(runner.Cells))
            Assert.Equal(Flat(one), Flat(other));
        Directory.Delete(folder, recursive: true);
    }

    private static string Flat(Cell cell) => NotebookWriter.ToJson(new Notebook { Cells = [cell] });
}
