namespace CnnCourse.Notebooks.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly Recorder cells = new();

    public void Dispose() => cells.Dispose();

    [Fact]
    public async Task A_compile_error_shows_cell_line_column_and_underlines_the_place()
    {
        var error = await cells.ErrorAsync("var a = 1;\nfor (;;) { }\n    a = missing + 1;");
        Assert.Equal(("CS0103", "cell 1", 3, 9), (error.Name, error.Cell, error.Line, error.Column));
        Assert.Equal("""
            cell 1, line 3, column 9: error CS0103: The name 'missing' does not exist in the current context
              3 |     a = missing + 1;
                |         ~~~~~~~
            """, error.Traceback.Single());
    }

    [Fact]
    public async Task All_compile_errors_are_listed_in_the_order_of_the_text()
    {
        var error = await cells.ErrorAsync("int a = \"x\";\nint b = nothing;");
        Assert.Equal(["CS0029", "CS0103"], error.Traceback.Select(line => line.Split("error ")[1][..6]));
    }

    [Fact]
    public async Task Nothing_of_a_cell_that_does_not_compile_runs()
    {
        await cells.ErrorAsync("Console.WriteLine(\"ran\"); int a = \"x\";");
        Assert.Equal("", cells.Printed);
    }

    [Fact]
    public async Task An_exception_is_traced_through_cells_with_their_source_lines()
    {
        await cells.RunAsync("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var error = await cells.ErrorAsync("\nvar zero = 0;\nDivide(1, zero)");
        Assert.Equal(("DivideByZeroException", "cell 1", 3), (error.Name, error.Cell, error.Line));
        Assert.Equal("""
            System.DivideByZeroException: Attempted to divide by zero.
               at Divide(Int32, Int32) in cell 1, line 3
              3 |     return a / b;
               at cell 2, line 3
              3 | Divide(1, zero)
            """, string.Join('\n', error.Traceback));
    }

    [Fact]
    public async Task Lambdas_async_methods_and_classes_are_traced_by_their_names()
    {
        var error = await cells.ErrorAsync("""
            class Net
            {
                public async Task RunAsync()
                {
                    await Task.Yield();
                    new[] { 1 }.Select(x => x / (x - 1)).ToList();
                }
            }
            await new Net().RunAsync();
            """);
        Assert.Equal([6, 6, 9], Places(error));
        Assert.Contains("   at Net.RunAsync() in cell 1, line 6", string.Join('\n', error.Traceback), StringComparison.Ordinal);
        Assert.DoesNotContain("TaskAwaiter", string.Join('\n', error.Traceback), StringComparison.Ordinal);
        Assert.DoesNotContain("CnnCourse", string.Join('\n', error.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_calls_above_the_cell_are_named()
    {
        var error = await cells.ErrorAsync("new List<int>().First()");
        Assert.StartsWith("   at System.Linq.", error.Traceback[1], StringComparison.Ordinal);
        Assert.Equal("   at cell 1, line 1\n  1 | new List<int>().First()", error.Traceback[^1]);
    }

    [Fact]
    public async Task A_task_that_failed_is_reported_as_what_failed_in_it()
    {
        var error = await cells.ErrorAsync("Task.Run(() => throw new ArgumentException(\"inner\")).Wait();");
        Assert.Equal(("ArgumentException", "inner"), (error.Name, error.Message));
    }

    [Fact]
    public async Task A_warning_is_shown_once()
    {
        const string Code = "int Unused()\n{\n    int k;\n    return 1;\n}";
        await cells.RunAsync(Code);
        await cells.RunAsync(Code);
        Assert.Equal("""
            cell 1, line 3, column 9: warning CS0168: The variable 'k' is declared but never used
              3 |     int k;
                |         ~

            """, cells.Printed);
    }

    private static IEnumerable<int> Places(CellError error) => error.Traceback
        .Where(line => line.Contains(", line ", StringComparison.Ordinal))
        .Select(line => int.Parse(line.Split(", line ")[1].Split('\n')[0], null));
}
