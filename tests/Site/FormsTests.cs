using System.Text.RegularExpressions;
using CnnCourse.Notebooks;

namespace CnnCourse.Site.Tests;

public class FormsTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    [Fact]
    public void Markdown_has_code_outputs_and_pictures_beside_it()
    {
        var folder = course.NewFolder("markdown");
        MarkdownExport.Write(course.Counting, Path.Combine(folder, "counting.md"));
        var text = File.ReadAllText(Path.Combine(folder, "counting.md"));
        Assert.Contains("```csharp\nint kernels = 6", text, StringComparison.Ordinal);
        Assert.Contains("```text\n156\n```", text, StringComparison.Ordinal);
        Assert.Contains("](counting_files/figure-1.png)", text, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder, "counting_files/figure-1.png"))[..4]);
    }

    [Fact]
    public void A_single_page_names_no_file() => Assert.DoesNotMatch("(?:src|href)=\"(?!data:|#|https?:)|url\\((?!data:|#)[^)]*woff", 
        Regex.Replace(HtmlExport.Render(course.Edges), "<script.*?</script>", "", RegexOptions.Singleline));

    [Fact]
    public void A_deck_has_a_section_for_each_slide_and_its_notes()
    {
        var deck = SlideDeck.Render(course.Edges);
        Assert.Equal(7, deck.Split("<div class=\"fit\">").Length);   // six slides, of which one is below another
        Assert.Contains("<aside class=\"notes\"><p>The border is where", deck, StringComparison.Ordinal);
        Assert.DoesNotContain("Laplace", deck, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere_keeps_its_words() => Assert.Contains("See Counting for what it costs", SlideDeck.Render(course.Edges), StringComparison.Ordinal);

    [Fact]
    public void A_notebook_without_slides_says_how_to_get_them() =>
        Assert.Contains("slide type", Assert.Throws<ArgumentException>(() => SlideDeck.Render(course.Counting)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("code jupyter-lab jupyter-notebook", "VS Code")]
    [InlineData("jupyter-notebook jupyter-lab", "JupyterLab")]
    [InlineData("jupyter-notebook", "Jupyter")]
    [InlineData("", null)]
    public void The_course_opens_in_the_best_there_is(string installed, string? expected) =>
        Assert.Equal(expected, LearningPlace.Choose(name => installed.Split(' ').Contains(name) ? "/usr/bin/" + name : null, "/course", "/course/notebooks", null)?.Name);

    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData("#!time\nf(\"a<b\")", "<span class=\"d\">#!time</span>\n<span class=\"m\">f</span>(<span class=\"s\">&quot;a&lt;b&quot;</span>)")]
    [InlineData("new Point() // why", "<span class=\"k\">new</span> <span class=\"t\">Point</span>() <span class=\"c\">// why</span>")]
    public void Code_is_coloured_by_the_compilers_tokens(string code, string expected) => Assert.Equal(expected, CSharpColors.ToHtml(code));

    [Fact]
    public void Colours_change_no_character()
    {
        foreach (var cell in Notebook.Load(course.Edges).Cells.Where(cell => cell.Kind == CellKind.Code))
            Assert.Equal(cell.Source, Html.Unescape(Regex.Replace(CSharpColors.ToHtml(cell.Source), "<[^>]+>", "")));
    }
}
