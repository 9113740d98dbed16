using System.Diagnostics;

namespace CnnCourse.Notebooks.Tests;

public sealed class NotebookFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("not json at all", "is not JSON (line 1, byte")]
    [InlineData("{ \"cells\": [", "is not JSON")]
    [InlineData("", "is not JSON")]
    [InlineData("[1, 2]", "no \"nbformat\"")]
    [InlineData("{ \"a\": 1 }", "no \"nbformat\"")]
    [InlineData("{ \"nbformat\": 3, \"cells\": [] }", "has nbformat 3; only 4 is read")]
    [InlineData("{ \"nbformat\": 4 }", "no list of \"cells\"")]
    [InlineData("{ \"nbformat\": 4, \"cells\": [7] }", "cell 1 is not an object")]
    [InlineData("{ \"nbformat\": 4, \"cells\": [{ \"cell_type\": \"heading\" }] }", "cell 1 has the type \"heading\"")]
    [InlineData("{ \"nbformat\": 4, \"cells\": [{ \"cell_type\": \"code\", \"execution_count\": \"x\" }] }", "is damaged")]
    public void A_file_that_is_no_notebook_is_named_with_the_reason(string text, string reason)
    {
        var path = Write("bad.ipynb", text);
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Load(path));
        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("there is no such file", Assert.Throws<NotebookFormatException>(() => Notebook.Load(Path.Combine(folder, "none.ipynb"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Reading_and_writing_changes_no_byte_of_what_Jupyter_wrote()
    {
        var path = Path.Combine(folder, "jupyter.ipynb");
        Python($$$"""
            import nbformat as jupyter
            from nbformat.v4.nbbase import *
            nb = new_notebook(metadata={'kernelspec': {'name': '.net-csharp', 'language': 'C#', 'display_name': '.NET (C#)'}, 'zoo': [1, 2.5, {'b': None, 'a': True}]}, cells=[
                new_markdown_cell('# Ünïcode 🙂 \\ "quoted"\ntab\there\n', id='first', attachments={'a.png': {'image/png': 'QUJD'}}),
                new_code_cell('var x = 1;\n\nx', id='second', execution_count=3, metadata={'tags': ['check', 'slow'], 'custom': {'deep': [[], {}]}}, outputs=[
                    new_output('stream', name='stdout', text='one\ntwo\x1b[0m\n'),
                    new_output('display_data', {'image/png': 'QUJD\nREVG', 'text/html': '<b>\n</b>', 'image/svg+xml': '<svg>\n</svg>', 'application/vnd.plotly.v1+json': {'data': [1.0, 2e-7], 'z': [['a']]}}, metadata={'m': 1}),
                    new_output('execute_result', {'text/plain': '1'}, execution_count=3),
                    new_output('error', ename='E', evalue='v', traceback=['a\nb', 'c'])]),
                new_raw_cell('raw', id='third'),
                new_code_cell('', id='fourth')])
            jupyter.write(nb, r'{{{path}}}')
            """);
        var before = File.ReadAllText(path);
        var copy = Path.Combine(folder, "copy.ipynb");
        Notebook.Load(path).Save(copy);
        Assert.Equal(before, File.ReadAllText(copy));
        Python($"import nbformat; nbformat.validate(nbformat.read(r'{copy}', 4))");
    }

    [Fact]
    public void Cells_without_ids_get_the_same_ones_every_time()
    {
        var path = Write("old.ipynb", """{ "nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [{ "cell_type": "markdown", "source": ["# A\n", "b"], "metadata": {} }, { "cell_type": "code", "id": "cell-1", "source": "x" }] }""");
        var cells = Notebook.Load(path).Cells;
        Assert.Equal(2, cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Equal(cells.Select(cell => cell.Id), Notebook.Load(path).Cells.Select(cell => cell.Id));
        Assert.Equal(("# A\nb", "A"), (cells[0].Source, Notebook.Load(path).Title));
    }

    [Theory]
    [InlineData("""{ "kernelspec": { "name": "cnn-csharp", "language": "C#" } }""", "csharp")]
    [InlineData("""{ "kernelspec": { "name": ".net-csharp", "language": "C#" }, "language_info": { "name": "polyglot-notebook" } }""", "csharp")]
    [InlineData("""{ "language_info": { "name": "C#" } }""", "csharp")]
    [InlineData("{}", "csharp")]
    [InlineData("""{ "kernelspec": { "name": "python3", "language": "python" } }""", "python")]
    public void The_language_is_read_from_both_dialects(string metadata, string language) =>
        Assert.Equal(language, Notebook.Load(Write("language.ipynb", $$"""{ "nbformat": 4, "cells": [], "metadata": {{metadata}} }""")).Language);

    [Theory]
    [InlineData("""{ "polyglot_notebook": { "kernelName": "markdown" } }""", "markdown")]
    [InlineData("""{ "dotnet_interactive": { "language": "html" } }""", "html")]
    [InlineData("{}", null)]
    public void A_cell_may_have_a_language_of_its_own(string metadata, string? language) =>
        Assert.Equal(language, Notebook.Load(Write("cell.ipynb", $$"""{ "nbformat": 4, "cells": [{ "cell_type": "code", "metadata": {{metadata}} }] }""")).Cells[0].Language);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Python(string code)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", code]) { RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, errors);
    }
}
