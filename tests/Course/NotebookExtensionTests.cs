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
    public void An_image_shaped_tensor_is_a_picture()
    {
        using var scope = NewDisposeScope();
        var html = linspace(0, 1, 3 * 16 * 8).reshape(3, 16, 8).ToDisplayString("text/html");
        var png = Convert.FromBase64String(html.Split("base64,")[1].Split('"')[0]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((8 * 7, 16 * 7), (png[19], png[23]));   // 112 / 16 = 7 times as large; width and height stand at bytes 16 and 20
        Assert.Contains("<figcaption>[3, 16, 8] Float32 on cpu, from 0 to 1</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("base64", zeros(4, 1, 28, 28).ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal("<pre>[4, 3] Float32 on cpu\n0  0  0\n0  0  0\n0  0  0\n0  0  0</pre>", zeros(4, 3).ToDisplayString("text/html"));
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
