using System.Diagnostics;

namespace CnnCourse.Notebooks.Tests;

public sealed class DirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Recorder cells;

    public DirectiveTests() => cells = new Recorder(new SessionOptions { BaseDirectory = folder });

    public void Dispose()
    {
        cells.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_referenced_library_works_and_its_file_stays_free()
    {
        var path = Path.Combine(folder, "Answers.dll");
        Build(path, 42);
        Assert.Equal(42, await cells.ValueAsync("#r \"Answers.dll\"\nAnswers.Deep.Thought()"));
        File.Delete(path);
        Assert.Equal(42, await cells.ValueAsync("Answers.Deep.Thought()"));
        Build(path, 43);
        var error = await cells.ErrorAsync("#r \"./Answers.dll\"\n1");
        Assert.Contains("Restart the kernel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_library_is_named_with_the_place_that_was_searched()
    {
        var error = await cells.ErrorAsync("1 + 1\n;\n#r \"nope.dll\"");
        error = error.Name == "ReferenceError" ? error : await cells.ErrorAsync("#r \"nope.dll\"\n1");
        Assert.Contains(Path.Combine(folder, "nope.dll"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "text.dll"), "not a library");
        Assert.Equal("ReferenceError", (await cells.ErrorAsync("#r \"text.dll\"")).Name);
    }

    [Fact]
    public async Task A_loaded_file_belongs_to_the_chain_and_its_errors_name_it()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "part.csx"), "int Third(int n)\n{\n    return n / 0 * 3;\n}".Replace("/ 0", "", StringComparison.Ordinal));
        Assert.Equal(12, await cells.ValueAsync("#load \"part.csx\"\nThird(4)"));
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.csx"), "int x = missing;");
        var error = await cells.ErrorAsync("#load \"bad.csx\"");
        Assert.Equal((Path.Combine(folder, "bad.csx"), 1, 9), (error.Cell, error.Line, error.Column));
    }

    [Fact]
    public async Task A_package_comes_from_the_feed_with_what_it_depends_on()
    {
        var markup = await cells.ValueAsync("#r \"nuget: Markdig, 1.6.0\"\nMarkdig.Markdown.ToHtml(\"*a*\")");
        Assert.Equal("<p><em>a</em></p>\n", markup);
        var watch = Stopwatch.StartNew();
        using var again = new Recorder();
        await again.ValueAsync("#r \"nuget: Markdig, 1.6.0\"\nMarkdig.Markdown.ToHtml(\"*a*\")");
        Assert.DoesNotContain("Restoring", again.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_package_is_one_clear_error()
    {
        var error = await cells.ErrorAsync("#r \"nuget: CnnCourse.No.Such.Package, 1.0.0\"\n1");
        Assert.Equal(("ReferenceError", 1), (error.Name, error.Line));
        Assert.Contains("CnnCourse.No.Such.Package", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await cells.ValueAsync("1 + 1"));
    }

    [Fact]
    public async Task Time_markdown_and_html_lines_work_and_keep_line_numbers()
    {
        await cells.RunAsync("#!markdown\n# Title\n#!html\n<b>bold</b>\n#!time\nThread.Sleep(20);\n#!csharp\nvar after = 1;");
        var bundles = cells.Events.OfType<CellEvent.Display>().Select(one => one.Bundle).ToArray();
        Assert.Equal("# Title", bundles[0]["text/markdown"]);
        Assert.Equal("<b>bold</b>", bundles[1]["text/html"]);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", (string)bundles[2]["text/plain"]);
        Assert.Equal(4, (await cells.ErrorAsync("#!time\nvar a = 1;\n\nmissing();")).Line);
    }

    [Fact]
    public async Task An_unknown_magic_line_lists_the_known_ones()
    {
        var error = await cells.ErrorAsync("var a = 1;\n#!fsharp\nlet x = 1");
        Assert.Equal((2, "#!fsharp is not known here. There are #!csharp, #!time, #!markdown, #!html."), (error.Line, error.Message));
    }

    private static void Build(string path, int answer)
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Answers",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText($"namespace Answers; public static class Deep {{ public static int Thought() => {answer}; }}")],
            FrameworkReferences.For([]),
            new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var file = File.Create(path);
        Assert.True(compilation.Emit(file).Success);
    }
}
