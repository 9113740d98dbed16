namespace CnnCourse.Notebooks.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly Recorder cells = new();

    public void Dispose() => cells.Dispose();

    [Fact]
    public async Task Text_and_displays_keep_their_order()
    {
        await cells.RunAsync("Console.Write(1); Console.Error.Write(2); display(3); Console.Write(4);");
        Assert.Equal(
            ["stdout:1", "stderr:2", "display:3", "stdout:4"],
            cells.Events.Select(one => one switch
            {
                CellEvent.Stream stream => $"{stream.Name}:{stream.Text}",
                CellEvent.Display display => $"display:{display.Bundle["text/plain"]}",
                _ => one.ToString(),
            }));
    }

    [Fact]
    public async Task Text_arrives_while_the_cell_still_runs()
    {
        var run = cells.RunAsync("Console.WriteLine(\"early\"); while (true) { Thread.Sleep(10); }");
        for (var i = 0; i < 200 && cells.Printed.Length == 0; i++)
            await Task.Delay(20);
        Assert.Equal("early\n", cells.Printed);
        cells.Session.Stop();
        await run;
    }

    [Fact]
    public async Task Ten_thousand_lines_arrive_complete()
    {
        await cells.RunAsync("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), cells.Printed);
    }

    [Fact]
    public async Task Text_of_tasks_belongs_to_the_cell_that_started_them()
    {
        await cells.RunAsync("await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Console.WriteLine(\"task\"))));");
        Assert.Equal("task\ntask\ntask\ntask\n", cells.Printed);
    }

    [Fact]
    public async Task Two_sessions_do_not_mix_their_text()
    {
        using var other = new Recorder();
        await Task.WhenAll(
            cells.RunAsync("for (var i = 0; i < 50; i++) { Console.Write('a'); Thread.Sleep(1); }"),
            other.RunAsync("for (var i = 0; i < 50; i++) { Console.Write('b'); Thread.Sleep(1); }"));
        Assert.Equal(new string('a', 50), cells.Printed);
        Assert.Equal(new string('b', 50), other.Printed);
    }

    [Fact]
    public async Task A_display_can_be_updated_from_a_later_cell()
    {
        await cells.RunAsync("var shown = display(\"before\");");
        await cells.RunAsync("shown.Update(\"after\");");
        var display = Assert.IsType<CellEvent.Display>(cells.Events[0]);
        var update = Assert.IsType<CellEvent.Update>(cells.Events[1]);
        Assert.Equal((display.Id, "after"), (update.Id, update.Bundle["text/plain"]));
    }

    [Fact]
    public async Task Console_input_is_asked_of_the_host()
    {
        cells.Answers.Enqueue("Ada");
        cells.Answers.Enqueue("xy");
        Assert.Equal("Ada", await cells.ValueAsync("Console.ReadLine()"));
        Assert.Equal('x', (char)(int)(await cells.ValueAsync("Console.Read()"))!);
        Assert.Equal("y", await cells.ValueAsync("Console.ReadLine()"));
        Assert.Null(await cells.ValueAsync("Console.ReadLine()"));
    }
}
