using System.Text.RegularExpressions;

namespace CnnCourse.Site.Tests;

public class SiteTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    private const long MostBytes = 15 << 20;

    private string Build(out SiteReport report)
    {
        var folder = course.NewFolder(Guid.NewGuid().ToString("N"));
        report = course.Build(folder);
        return folder;
    }

    private string Page(string name) => File.ReadAllText(Path.Combine(Build(out _), name));

    [Fact]
    public void Has_a_page_for_each_notebook_and_one_more()
    {
        var folder = Build(out var report);
        Assert.Equal(["01-edges.html", "02-counting.html", "index.html"], Directory.GetFiles(folder, "*.html").Select(Path.GetFileName).Order());
        Assert.Equal(3, report.Pages);
        Assert.InRange(report.Bytes, 1, MostBytes);
    }

    [Fact]
    public void Every_file_that_a_page_or_sheet_names_is_there()
    {
        var folder = Build(out _);
        foreach (var file in Directory.GetFiles(folder, "*.html").Concat(Directory.GetFiles(folder, "*.css", SearchOption.AllDirectories)))
            foreach (Match named in Regex.Matches(File.ReadAllText(file), """(?:src="|href="|url\()(?!data:|#|https?:)([^"')#]+)"""))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, named.Groups[1].Value)), $"{Path.GetFileName(file)} names {named.Groups[1].Value}");
    }

    [Fact]
    public void No_page_loads_from_elsewhere() =>
        Assert.All(Directory.GetFiles(Build(out _), "*.html"), file => Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//", File.ReadAllText(file)));

    [Fact]
    public void Building_twice_gives_the_same_bytes()
    {
        var (first, second) = (Build(out _), Build(out _));
        foreach (var file in Directory.GetFiles(first, "*", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second, Path.GetRelativePath(first, file))));
    }

    [Fact]
    public void Links_between_notebooks_lead_to_pages() => Assert.Contains("href=\"02-counting.html#parameters\"", Page("01-edges.html"), StringComparison.Ordinal);

    [Fact]
    public void The_syllabus_links_the_notebooks_that_are_there()
    {
        var index = Page("index.html");
        Assert.Contains("<a href=\"01-edges.html\">Edges</a>", index, StringComparison.Ordinal);
        Assert.DoesNotContain(">Depth</a>", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_of_cells_comes_without_scripts()
    {
        var page = Page("01-edges.html");
        Assert.DoesNotMatch("<[^>]*\\sonerror=", page);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>window", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_caption_is_text_and_no_longer_in_the_chart()
    {
        var page = Page("01-edges.html");
        Assert.Contains("<figcaption>The response is largest where the ramp is steepest", page, StringComparison.Ordinal);
        var chart = Regex.Match(page, "<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.DoesNotContain("steepest", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void Solutions_are_folded_into_their_exercise() =>
        Assert.Matches("(?s)<section class=\"exercise\" aria-label=\"Exercise 1\">.*<details class=\"solution\">.*</details>\\s*</section>", Page("01-edges.html"));

    [Fact]
    public void A_folder_with_other_things_in_it_is_left_alone()
    {
        var folder = course.NewFolder("precious");
        File.WriteAllText(Path.Combine(folder, "thesis.txt"), "years of work");
        Assert.Contains("not empty", Assert.Throws<IOException>(() => course.Build(folder)).Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }
}
