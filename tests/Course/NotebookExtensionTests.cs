using System.Text.Json;
using CnnCourse.Arithmetic;
using CnnCourse.Exercises;
using CnnCourse.Models;
using CnnCourse.Plots;
using Microsoft.DotNet.Interactive.Formatting;
using static TorchSharp.torch;

namespace CnnCourse.Tests;

public class NotebookExtensionTests
{
    public NotebookExtensionTests() => NotebookExtension.Register();

    [Fact]
    public void A_small_tensor_shows_its_values()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2, 2] Float32 on cpu\n 1.5000        2\n      3  -0.2500", Plain(tensor(new float[] { 1.5f, 2, 3, -0.25f }, [2, 2])));
        Assert.Equal("7   [] Int64 on cpu", Plain(tensor(7L)));
    }

    [Fact]
    public void A_large_tensor_shows_its_range()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[1000] Float32 on cpu\nfrom 0 to 999, mean 499.5000", Plain(arange(1000, ScalarType.Float32)));
        Assert.Equal("[3, 4] Float32 on meta", Plain(empty(3, 4, device: META)));
    }

    [Fact]
    public void A_module_shows_its_tree()
    {
        using var model = ModelZoo.Create("lenet5_paper");
        var lines = Plain(model).Split('\n');
        Assert.Equal("LeNet5, 60,000 parameters", lines[0]);
        Assert.Equal("  S2: Subsampling, 12 parameters (coefficient 6×1×1, bias 6×1×1)", lines[2]);
    }

    [Fact]
    public void A_figure_is_live_and_still_and_has_words()
    {
        var figure = Plot.Line([1, 2, 3]).WithTitle("A line").WithCaption("It rises.");
        var types = Formatter.GetPreferredMimeTypesFor(typeof(Figure)).ToArray();
        Assert.Contains("application/vnd.plotly.v1+json", types);
        using var json = JsonDocument.Parse(figure.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal("A line. It rises.", Plain(figure));
        if (!StaticImage.IsAvailable) return;
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(figure.ToDisplayString("image/png"))[..4]);
    }

    [Fact]
    public void A_layer_table_is_html_with_its_formulas_under_the_pointer()
    {
        var html = LayerTable.Of(() => ModelZoo.Create("lenet5_paper"), 1, 32, 32).ToDisplayString("text/html");
        Assert.Contains("title=\"(5·5·1+1)·6\">156<", WebDecoded(html), StringComparison.Ordinal);
        Assert.Contains(">340,908<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_is_escaped() =>
        Assert.Contains("a &lt; b", new Verdict(false, "a < b").ToDisplayString("text/html"), StringComparison.Ordinal);

    private static string WebDecoded(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static string Plain(object value) => value.ToDisplayString("text/plain");
}
