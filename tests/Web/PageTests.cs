namespace CnnCourse.Site.Tests;

/// <summary>Pages opened from the disk in Chromium.</summary>
public class PageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const double Rounding = 1;

    private Task<Examined> ExamineAsync(string examination, string page) => Browser.ExamineAsync(examination, site.Address(page));

    [Theory]
    [InlineData("load", "index.html")]
    [InlineData("load", "01-edges.html")]
    [InlineData("dark", "01-edges.html")]
    [InlineData("load", "02-counting.html")]
    [InlineData("load", "single.html")]
    public async Task No_console_errors_and_no_request_elsewhere(string how, string page)
    {
        var seen = await ExamineAsync(how, page);
        Assert.Empty(seen.Errors);
        Assert.Empty(seen.External);
    }

    [Fact]
    public async Task Charts_are_drawn_within_their_column_and_have_words()
    {
        var charts = (await ExamineAsync("charts", "01-edges.html")).Result!.AsArray();
        Assert.Equal([2, 1], charts.Select(one => (int)one!["marks"]!));   // two lines; one heat map
        Assert.All(charts, one => Assert.True((double)one!["width"]! <= (double)one["column"]! + Rounding));
        Assert.StartsWith("A ramp and its edge. The response", (string)charts[0]!["label"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mathematics_is_set()
    {
        var formulas = (await ExamineAsync("math", "01-edges.html")).Result!.AsArray();
        Assert.Equal(7, formulas.Count);   // six in the second cell, one in an output
        Assert.All(formulas, one => Assert.True((bool)one!["isSet"]! && !(bool)one["isWrong"]!));
    }

    [Theory]
    [InlineData("contrastLight", "01-edges.html")]
    [InlineData("contrastDark", "01-edges.html")]
    [InlineData("contrastLight", "index.html")]
    [InlineData("contrastDark", "index.html")]
    public async Task Text_has_the_contrast_of_WCAG_AA(string colours, string page)
    {
        var result = (await ExamineAsync(colours, page)).Result!;
        Assert.True((int)result["count"]! > 20);
        Assert.Equal("[]", result["low"]!.ToJsonString());
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("01-edges.html")]
    [InlineData("02-counting.html")]
    public async Task A_phone_does_not_scroll_sideways(string page)
    {
        var widths = (await ExamineAsync("phone", page)).Result!;
        Assert.Equal((int)widths["window"]!, (int)widths["page"]!);
    }

    [Fact]
    public async Task Search_finds_words_and_beginnings_and_leads_there()
    {
        var result = (await ExamineAsync("search", "index.html")).Result!;
        Assert.Equal("01-edges.html#edges", (string)result["found"]![0]!);
        Assert.Equal("Edges", (string)result["heading"]!);
    }

    [Fact]
    public async Task Search_shows_what_was_typed_as_text() =>
        Assert.Contains("&lt;b&gt;zebra", (string)(await ExamineAsync("nothingFound", "index.html")).Result!, StringComparison.Ordinal);

    [Fact]
    public async Task Every_control_is_reached_by_keyboard_and_shows_it()
    {
        var result = (await ExamineAsync("keyboard", "01-edges.html")).Result!;
        var stops = result["stops"]!.AsArray();
        Assert.True(stops.Count >= (int)result["wanted"]!, $"{stops.Count} stops for {result["wanted"]} controls");
        Assert.All(stops, one => Assert.True((bool)one!["ring"]!, one.ToJsonString()));
        Assert.Equal("Skip to content", (string)stops[0]!["text"]!);
    }

    [Fact]
    public async Task The_switch_of_colours_is_remembered()
    {
        var result = (await ExamineAsync("theme", "01-edges.html")).Result!;
        Assert.Equal("rgb(255, 253, 249)", (string)result["before"]!);
        Assert.Equal("rgb(23, 24, 27)", (string)result["after"]!);
        Assert.Equal("rgb(23, 24, 27)", (string)result["reloaded"]!);
        Assert.Equal("true", (string)result["pressed"]!);
    }

    [Fact]
    public async Task Copy_takes_the_code()
    {
        var result = (await ExamineAsync("copy", "02-counting.html")).Result!;
        Assert.Equal((string)result["source"]!, (string)result["copied"]!);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("01-edges.html")]
    public async Task Everything_has_a_name_and_ids_are_unique(string page)
    {
        var result = (await ExamineAsync("names", page)).Result!;
        Assert.Equal("{\"images\":0,\"controls\":0,\"doubled\":[],\"language\":\"en\",\"mains\":1,\"titles\":1}", result.ToJsonString());
    }

    [Fact]
    public async Task Nothing_in_an_output_runs() => Assert.Null((await ExamineAsync("broken", "01-edges.html")).Result);

    [Fact]
    public async Task Without_scripts_charts_are_pictures_with_one_caption()
    {
        var result = (await ExamineAsync("scriptless", "01-edges.html")).Result!;
        Assert.Equal(2, (int)result["pictures"]!);
        Assert.Equal(0, (int)result["captions"]!);   // the picture has it drawn in
    }
}
