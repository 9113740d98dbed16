using System.Text.Json;

namespace CnnCourse.Plots.Tests;

public class PlotlyJsonTests
{
    private static JsonElement Parse(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    private static JsonElement Trace(Figure figure, int index = 0) => Parse(figure).GetProperty("data")[index];

    private static double?[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? null : (double?)v.GetDouble())];

    [Fact]
    public void A_line_is_a_scatter_trace_with_nulls_for_gaps()
    {
        var trace = Trace(Plot.Line(Series.Of("loss", [1, double.NaN, 0.123456789])));
        Assert.Equal("scatter", trace.GetProperty("type").GetString());
        Assert.Equal("lines", trace.GetProperty("mode").GetString());
        Assert.False(trace.GetProperty("connectgaps").GetBoolean());
        Assert.Equal([1, null, 0.123457], Numbers(trace.GetProperty("y"))); // six significant digits
    }

    [Fact]
    public void A_band_is_one_closed_outline_there_and_back()
    {
        var band = Trace(Plot.Line(Series.OverSeeds("loss", [1, 2], [[1, 2], [3, 6]])));
        Assert.Equal("toself", band.GetProperty("fill").GetString());
        Assert.Equal([1, 2, 2, 1], Numbers(band.GetProperty("x")));
        Assert.Equal([3, 6, 2, 1], Numbers(band.GetProperty("y")));
        Assert.Equal([2, 4], Numbers(Trace(Plot.Line(Series.OverSeeds("loss", [1, 2], [[1, 2], [3, 6]])), 1).GetProperty("y")));
    }

    [Fact]
    public void A_log_axis_gives_its_range_in_powers_of_ten()
    {
        var axis = Parse(Plot.Line(Series.Of("", [0.01, 100], [1, 2])).WithLogX()).GetProperty("layout").GetProperty("xaxis");
        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal([-2, 2], Numbers(axis.GetProperty("range")));
    }

    [Fact]
    public void Grouped_bars_stand_side_by_side_about_their_category()
    {
        var figure = Plot.Bar(["a", "b"], [BarSeries.Of("x", [1, 2]), BarSeries.Of("y", [3, 4])]);
        Assert.Equal([-0.2, 0.8], Numbers(Trace(figure).GetProperty("x")));
        Assert.Equal([0.2, 1.2], Numbers(Trace(figure, 1).GetProperty("x")));
        Assert.Equal(["a", "b"], Parse(figure).GetProperty("layout").GetProperty("xaxis").GetProperty("ticktext").EnumerateArray().Select(t => t.GetString()));
    }

    [Fact]
    public void A_histogram_counts_every_value_once()
    {
        var counts = Numbers(Trace(Plot.Histogram([0, 0.1, 0.2, 0.9, 1, double.NaN], bins: 2)).GetProperty("y"));
        Assert.Equal([3, 2], counts);
    }

    [Fact]
    public void A_confusion_matrix_shows_counts_and_colours_shares()
    {
        var trace = Trace(Plot.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 5 } }, ["cat", "dog"]));
        Assert.Equal("heatmap", trace.GetProperty("type").GetString());
        Assert.Equal([0.75, 0.25], Numbers(trace.GetProperty("z")[0]));
        Assert.Equal("3", trace.GetProperty("text")[0][0].GetString());
    }

    [Fact]
    public void Row_zero_of_a_heat_map_is_on_top()
    {
        var axis = Parse(Plot.Heatmap(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } })).GetProperty("layout").GetProperty("yaxis");
        Assert.Equal([2.5, -0.5], Numbers(axis.GetProperty("range")));
    }

    [Fact]
    public void A_small_picture_is_a_data_uri_that_is_not_smoothed()
    {
        var trace = Trace(Plot.Image(new[,] { { 0f, 1f } }));
        Assert.Equal("image", trace.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.False, trace.GetProperty("zsmooth").ValueKind);
        const string Start = "data:image/png;base64,";
        var source = trace.GetProperty("source").GetString()!;
        Assert.StartsWith(Start, source, StringComparison.Ordinal);
        Assert.Equal([0, 255], Decoded.From(Convert.FromBase64String(source[Start.Length..])).Pixels);
    }

    [Fact]
    public void Words_are_free_of_markup() =>
        Assert.Equal("a &lt; b &amp; c", Trace(Plot.Line(Series.Of("a < b & c", [1, 2]))).GetProperty("name").GetString());

    [Fact]
    public void Panels_have_their_own_axes_and_share_no_room()
    {
        var row = Parse(Plot.Row(Plot.Line([1, 2]), Plot.Line([3, 4])));
        Assert.Equal(["x", "x2"], row.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("xaxis").GetString()));
        var (left, right) = (row.GetProperty("layout").GetProperty("xaxis"), row.GetProperty("layout").GetProperty("xaxis2"));
        Assert.True(left.GetProperty("domain")[1].GetDouble() < right.GetProperty("domain")[0].GetDouble());
    }
}
