namespace CnnCourse.Notebooks.Tests;

public sealed class SessionTests : IDisposable
{
    private readonly Recorder cells = new(new SessionOptions { Imports = ["System.Numerics", "static System.Math"] });

    public void Dispose() => cells.Dispose();

    [Theory]
    [InlineData("1 + 1", 2)]
    [InlineData("var x = 20; x * 2 + 2", 42)]
    [InlineData("await Task.FromResult(7)", 7)]
    [InlineData("int Twice(int n) => 2 * n;\nTwice(4)", 8)]
    [InlineData("Max(3, 5)", 5)]
    [InlineData("new Vector2(3, 4).Length() is 5f ? 1 : 0", 1)]
    [InlineData("Enumerable.Range(1, 4).Sum() // a comment", 10)]
    public async Task The_last_expression_is_the_value(string code, int expected) =>
        Assert.Equal(expected, await cells.ValueAsync(code));

    [Theory]
    [InlineData("int.Parse(\"1\");")]
    [InlineData("var x = 3;")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("")]
    [InlineData("// nothing")]
    public async Task A_statement_has_no_value(string code) =>
        Assert.Equal(new CellResult.Nothing(), await cells.RunAsync(code));

    [Fact]
    public async Task A_null_is_a_value() => Assert.Null(await cells.ValueAsync("(string)null"));

    [Fact]
    public async Task Later_cells_see_what_earlier_ones_declared()
    {
        await cells.RunAsync("using System.Globalization; int x = 1; int Next() => ++x;");
        await cells.RunAsync("record Point(int X, int Y);");
        await cells.RunAsync("1 + 1");
        Assert.Equal("(2, 3)", await cells.ValueAsync("var p = new Point(Next(), Next()); $\"({p.X}, {p.Y})\""));
        Assert.Equal("a", await cells.ValueAsync("CultureInfo.InvariantCulture.TextInfo.ToLower(\"A\")"));
    }

    [Fact]
    public async Task Types_and_variables_can_be_declared_again()
    {
        await cells.RunAsync("record Point(int X); var p = new Point(1); class C { public int F() => 1; }");
        await cells.RunAsync("record Point(int X, int Y); var p = new Point(1, 2); class C { public int F() => 2; }");
        Assert.Equal(4, await cells.ValueAsync("p.Y + new C().F()"));
    }

    [Fact]
    public async Task What_a_failing_cell_assigned_is_kept()
    {
        await cells.RunAsync("var kept = 5; throw new Exception();");
        Assert.Equal(5, await cells.ValueAsync("kept"));
    }

    [Fact]
    public async Task All_cells_run_on_one_thread_across_awaits()
    {
        var first = await cells.ValueAsync("Environment.CurrentManagedThreadId");
        Assert.Equal(first, await cells.ValueAsync("await Task.Delay(5); await Task.Yield(); Environment.CurrentManagedThreadId"));
    }

    [Fact]
    public async Task The_startup_hook_runs_before_the_first_cell_on_its_thread()
    {
        var thread = 0;
        using var started = new Recorder(new SessionOptions { Startup = () => thread = Environment.CurrentManagedThreadId });
        Assert.Equal(await started.ValueAsync("Environment.CurrentManagedThreadId"), thread);
    }

    [Fact]
    public async Task A_host_gives_values_through_a_static_class()
    {
        using var hosted = new Recorder(new SessionOptions
        {
            References = [typeof(Hosted).Assembly],
            Imports = ["static CnnCourse.Notebooks.Tests.Hosted"],
        });
        Assert.Equal("quick", await hosted.ValueAsync("Profile"));
    }

    [Fact]
    public async Task A_thousand_calls_deep_is_fine_and_endless_recursion_is_an_error()
    {
        Assert.Equal(10_000, await cells.ValueAsync("int Deep(int n) => n == 0 ? 0 : 1 + Deep(n - 1);\nDeep(10_000)"));
        var error = await cells.ErrorAsync("int Endless(int n) => 1 + Endless(n + 1);\nEndless(0)");
        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.True(error.Traceback.Count < 50);
    }
}

public static class Hosted
{
    public static string Profile => "quick";
}
