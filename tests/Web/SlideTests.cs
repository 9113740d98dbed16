using System.Text;
using System.Text.RegularExpressions;

namespace CnnCourse.Site.Tests;

/// <summary>A deck in Chromium, on screen and on paper.</summary>
public class SlideTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Slides_come_in_order_fit_and_have_live_charts()
    {
        var seen = await Browser.ExamineAsync("slides", site.Address("deck.html"));
        Assert.Empty(seen.Errors);
        Assert.Empty(seen.External);
        var slides = seen.Result!["seen"]!.AsArray();
        Assert.Equal(["Edges", "The sum, written out", "", "What it looks like", "", "Summary"], slides.Select(one => (string)one!["heading"]!).Distinct().Count() == 5
            ? slides.Where((one, i) => i == 0 || one!["bottom"]!.ToJsonString() != slides[i - 1]!["bottom"]!.ToJsonString()).Select(one => (string)one!["heading"]!)
            : []);
        Assert.All(slides, one => Assert.InRange((double)one!["bottom"]!, 0, (double)seen.Result["height"]!));
        Assert.Equal(3, slides.Sum(one => (int)one!["marks"]!));
        Assert.Contains(slides, one => ((string)one!["notes"]!).StartsWith("The border", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_printed_deck_has_a_page_for_each_slide()
    {
        var file = Path.Combine(site.Course.NewFolder("paper"), "deck.pdf");
        await PdfPrinter.PrintDeckAsync(SlideDeck.Render(site.Course.Edges), file);
        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Equal(6, Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"));
    }
}
