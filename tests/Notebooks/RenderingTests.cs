using CnnCourse.Notebooks.Cells;

namespace CnnCourse.Notebooks.Tests;

public sealed class RenderingTests
{
    [Theory]
    [InlineData(42, "42")]
    [InlineData(1.5, "1.5")]
    [InlineData("text", "text")]
    [InlineData(true, "True")]
    [InlineData(DayOfWeek.Friday, "Friday")]
    [InlineData(null, "null")]
    public void A_scalar_is_plain_text_alone(object? value, string text)
    {
        var bundle = Rendering.Render(value);
        Assert.Equal([KeyValuePair.Create("text/plain", (object)text)], bundle);
    }

    [Fact]
    public void An_object_is_html_and_text_without_a_style_sheet_and_the_same_every_time()
    {
        var value = new[] { new { Layer = "C1", Parameters = 156 }, new { Layer = "S2", Parameters = 12 } };
        var bundle = Rendering.Render(value);
        Assert.Contains("<td>", (string)bundle["text/html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<style", (string)bundle["text/html"], StringComparison.Ordinal);
        Assert.Contains("156", (string)bundle["text/plain"], StringComparison.Ordinal);
        Assert.Equal(bundle, Rendering.Render(value));
    }

    [Fact]
    public void No_name_of_the_compilers_is_shown()
    {
        Assert.Equal("{ A = 1, B = x }", Rendering.Render(new { A = 1, B = "x" })["text/plain"]);
        IReadOnlyList<int> collection = [1, 2];
        Assert.Equal("[ 1, 2 ]", Rendering.Render(collection)["text/plain"]);
        var query = Enumerable.Range(0, 2).Select(i => (Layer: $"C{i}", Size: i));
        Assert.StartsWith("sequence of ValueTuple", (string)Rendering.Render(query)["text/plain"], StringComparison.Ordinal);
        Assert.StartsWith("sequence", (string)Rendering.Render(new[] { new { A = 1 } })["text/plain"], StringComparison.Ordinal);
        Assert.Equal("System.InvalidOperationException: boom", Rendering.Render(new InvalidOperationException("boom"))["text/plain"]);
    }

    [Fact]
    public void Markup_is_html_with_its_text_beside_it()
    {
        var bundle = Rendering.Render(Shown.HTML("<p>a &lt; <b>b</b></p>"));
        Assert.Equal(("<p>a &lt; <b>b</b></p>", "a < b"), ((string)bundle["text/html"], (string)bundle["text/plain"]));
    }

    [Fact]
    public void A_registered_type_gives_all_its_mime_types_and_so_do_its_subtypes()
    {
        Rendering.Register<Shape>(shape => new Dictionary<string, object>
        {
            ["image/png"] = new byte[] { 1, 2, 3 },
            ["text/plain"] = shape.Name,
        });
        var data = Output.ToData(Rendering.Render(new Square()));
        Assert.Equal(("AQID", "square"), (Notebook.Text(data["image/png"]), Notebook.Text(data["text/plain"])));
    }

    [Fact]
    public void A_formatter_registered_with_the_library_counts_too()
    {
        Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Circle>(circle => $"circle of {circle.Radius}", "text/plain");
        Assert.Equal("circle of 2", Rendering.Render(new Circle(2))["text/plain"]);
    }

    private abstract record Shape(string Name);

    private sealed record Square() : Shape("square");

    private sealed record Circle(int Radius);
}
