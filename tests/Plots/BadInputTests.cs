namespace CnnCourse.Plots.Tests;

public class BadInputTests
{
    private static string Refusal(Action make) => Assert.Throws<ArgumentException>(make).Message;

    [Fact]
    public void An_empty_series_is_named() =>
        Assert.StartsWith("Series 'loss' has no values", Refusal(() => Series.Of("loss", [])), StringComparison.Ordinal);

    [Fact]
    public void Series_of_different_length_are_counted() =>
        Assert.Equal("x of series 'loss' has 3 values, but y has 2: give both the same number.", Refusal(() => Series.Of("loss", [1, 2, 3], [1, 2])));

    [Fact]
    public void Ragged_runs_are_pointed_out() =>
        Assert.Contains("ragged: row 0 has 2 values, row 1 has 1", Refusal(() => Series.OverSeeds("loss", [1, 2], [[1, 2], [3]])), StringComparison.Ordinal);

    [Fact]
    public void A_ragged_heat_map_is_pointed_out() =>
        Assert.Contains("ragged: row 0 has 1 values, row 1 has 2", Refusal(() => Plot.Heatmap([[1.0], [1.0, 2.0]])), StringComparison.Ordinal);

    [Fact]
    public void A_figure_without_anything_is_refused()
    {
        Assert.Contains("at least one series", Refusal(() => Plot.Line(Array.Empty<Series>())), StringComparison.Ordinal);
        Assert.Contains("at least one picture", Refusal(() => Plot.ImageGrid(Array.Empty<Tile>())), StringComparison.Ordinal);
        Assert.Contains("at least one figure", Refusal(() => Plot.Row()), StringComparison.Ordinal);
        Assert.Contains("no cells", Refusal(() => Plot.Heatmap(new double[0, 3])), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_and_names_must_agree() =>
        Assert.Contains("has 1 values, but the list of categories has 2", Refusal(() => Plot.Bar(["a", "b"], [1.0])), StringComparison.Ordinal);

    [Fact]
    public void Class_names_must_fit_the_confusion_matrix() =>
        Assert.Contains("row names has 1 values", Refusal(() => Plot.ConfusionMatrix(new int[2, 2], ["cat"])), StringComparison.Ordinal);

    [Fact]
    public void Negative_bubbles_are_refused() =>
        Assert.Contains("sizes are areas", Refusal(() => PointGroup.Of("a", [1], [1]).Sized([-1])), StringComparison.Ordinal);

    [Fact]
    public void An_empty_range_is_refused() =>
        Assert.Contains("low must be less than high", Refusal(() => Plot.Line([1, 2]).WithYRange(3, 3)), StringComparison.Ordinal);

    [Fact]
    public void A_histogram_of_nothing_finite_is_refused() =>
        Assert.Contains("no finite value", Refusal(() => Plot.Histogram([double.NaN])), StringComparison.Ordinal);

    [Fact]
    public void Values_that_are_all_nan_still_draw_empty_axes()
    {
        var figure = Plot.Line([double.NaN, double.NaN]);
        Assert.Contains("\"y\":[null,null]", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Equal(figure.Width, Decoded.From(figure.ToPng()).Width);
    }

    [Fact]
    public void Captions_and_pictures_must_agree() =>
        Assert.Contains("captions has 1 values, but the list of pictures has 2", Refusal(() => Plot.ImageGrid([Picture.Grey(new float[2, 2]), Picture.Grey(new float[2, 2])], ["one"])), StringComparison.Ordinal);

    [Fact]
    public void Panels_are_not_nested() =>
        Assert.Contains("already has 2 panels", Refusal(() => Plot.Row(Plot.Row(Plot.Line([1, 2]), Plot.Line([1, 2])))), StringComparison.Ordinal);
}
