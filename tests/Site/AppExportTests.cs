using System.Diagnostics;
using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

public class AppExportTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    private static readonly AppOptions Options = new()
    {
        Projects = [Path.Combine(Repo.Root, "lib/Notebooks/CnnCourse.Notebooks.csproj")],
        Imports = SampleCourse.Session.Imports,
        References = SampleCourse.Session.References,
        Startup = ["CnnCourse.Notebooks.Rendering.Register<Figure>(figure => CnnCourse.Notebooks.Rendering.Text(\"text/plain\", figure.Alt));"],
    };

    private string Export(params string[] cells)
    {
        var folder = course.NewFolder(Guid.NewGuid().ToString("N"));
        var file = Path.Combine(folder, "cells.ipynb");
        new Notebook { Cells = [.. cells.Select((code, i) => new Cell { Kind = CellKind.Code, Id = $"c{i}", Source = code })] }.Save(file);
        return AppExport.Render(file, Path.Combine(folder, "cells.cs"), Options);
    }

    [Fact]
    public async Task The_program_prints_what_the_notebook_shows()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repo.Root, "out", $"export-{Environment.ProcessId}")).FullName;
        try
        {
            var program = Path.Combine(folder, "counting.cs");
            await File.WriteAllTextAsync(program, AppExport.Render(course.Counting, program, Options));
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", program]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
            var error = process.StandardError.ReadToEndAsync();
            var printed = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, printed + await error);
            Assert.Equal("156\n156 parameters, 122,304 connections\nParameters by layer. LeNet-5 keeps most of its parameters in C5.\n", printed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_name_declared_again_gets_a_number_from_there_on()
    {
        var program = Export("var x = 1;", "var y = x;", "var x = \"two\";", "x.Length");
        Assert.Contains("var y = x;", program, StringComparison.Ordinal);
        Assert.Contains("var x2 = \"two\";", program, StringComparison.Ordinal);
        Assert.Contains("display(x2.Length);", program, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_and_parameters_of_that_name_keep_it()
    {
        var program = Export("var x = 1;", "var x = 2;", "var p = (x: x, 3); Func<int, int> f = x => x + 1; f(p.x)");
        Assert.Contains("(x: x2, 3)", program, StringComparison.Ordinal);
        Assert.Contains("x => x + 1", program, StringComparison.Ordinal);
        Assert.Contains("display(f(p.x));", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_a_loop_uses_too_gets_a_number()
    {
        var program = Export("for (var i = 0; i < 2; i++) Console.WriteLine(i);", "var i = 5;", "i");
        Assert.Contains("for (var i = 0; i < 2; i++)", program, StringComparison.Ordinal);
        Assert.Contains("var i2 = 5;", program, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_go_last_and_usings_first()
    {
        var program = Export("record Point(int X, int Y);", "using System.Numerics;\nnew Point(1, 2)");
        Assert.True(program.IndexOf("using System.Numerics;", StringComparison.Ordinal) < program.IndexOf("display(new Point(1, 2));", StringComparison.Ordinal));
        Assert.True(program.IndexOf("record Point", StringComparison.Ordinal) > program.IndexOf("display(new Point(1, 2));", StringComparison.Ordinal));
    }

    [Fact]
    public void A_last_call_without_value_is_not_displayed() => Assert.Contains("\nConsole.WriteLine(1);", Export("Console.WriteLine(1)"), StringComparison.Ordinal);

    [Fact]
    public void Packages_become_directives()
    {
        var program = Export("#r \"nuget: Humanizer, 2.14.1\"\nvar x = 1;");
        Assert.Contains("#:package Humanizer@2.14.1\n", program, StringComparison.Ordinal);
        Assert.DoesNotContain("#r", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_by_path_is_refused_with_its_cell() =>
        Assert.Contains("cell 2", Assert.Throws<ArgumentException>(() => Export("1", "#r \"lib.dll\"\n2")).Message, StringComparison.Ordinal);
}
