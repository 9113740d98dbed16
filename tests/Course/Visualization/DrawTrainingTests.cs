using System.Text.Json.Nodes;
using CnnCourse.Evaluation;
using CnnCourse.Plots;
using CnnCourse.Training;
using CnnCourse.Visualization;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Visualization;

public class DrawTrainingTests
{
    private static JsonNode Trace(Figure figure, int index) => JsonNode.Parse(figure.ToPlotlyJson())!["data"]![index]!;

    private static double[] Numbers(JsonNode? values) => [.. values!.AsArray().Select(v => v!.GetValue<double>())];

    [Fact]   // by hand
    public void Bars_over_seeds_are_means_in_percent()
    {
        var bars = Draw.Bars(("one", new Spread(0.5, 0.7)), ("other", new Spread(0.9, 0.9)));
        Assert.Equal([60.0, 90], Numbers(Trace(bars, 0)["y"]), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Contains("one 60.0 ± 10.0 %, other 90.0 ± 0.0 %", bars.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_reaches_from_the_lowest_to_the_highest_run()
    {
        var band = Draw.Band("", [1, 2], [new(0.5, 0.7), new(0.8, 0.9)]);
        Assert.Equal([60.0, 85], Rounded(band.Y));
        Assert.Equal([50.0, 80], Rounded(band.Low!));
        Assert.Equal([70.0, 90], Rounded(band.High!));

        static double[] Rounded(IEnumerable<double> values) => [.. values.Select(v => Math.Round(v, 9))];
    }

    [Fact]   // 40 steps: windows of two; the first is full after two batches
    public void Losses_stand_over_the_images_seen()
    {
        var history = new History();
        for (var k = 0; k < 40; k++) history.AddStep(k);
        history.Add(new(1, 19.5, 0, 0, 0.1, 1));
        var figure = Draw.LossOverImages(("run", history, 8));
        var curve = Trace(figure, 0);
        Assert.EndsWith("At the end: run 19.50.", figure.Alt, StringComparison.Ordinal);
        Assert.Equal([16.0, 24], Numbers(curve["x"])[..2]);
        Assert.Equal([0.5, 1.5], Numbers(curve["y"])[..2]);
    }

    [Fact]
    public void Rows_of_pictures_are_as_wide_as_the_first_one()
    {
        using var scope = NewDisposeScope();
        var rows = Draw.ImageRows([("a", rand(3, 3, 8, 8)), ("b", randn(3, 3, 8, 8))], tileSize: 64);
        var grey = Draw.ImageRows([("a", randn(3, 8, 8))], ColorMap.Diverging);
        Assert.Equal(rows.Width, grey.Width);
        Assert.InRange(rows.Height - grey.Height, 64, 96);   // a row more, and its name
    }

    [Fact]
    public void A_gallery_has_a_column_for_each_picture_unless_told_otherwise()
    {
        using var scope = NewDisposeScope();
        (string, Tensor)[] pictures = [("grey", rand(1, 8, 8)), ("signed", randn(8, 8)), ("colour", rand(3, 8, 8)), ("dark", zeros(8, 8))];
        var (row, square) = (Draw.Gallery(pictures, tileSize: 64), Draw.Gallery(pictures, columns: 2, tileSize: 64));
        Assert.True(row.Width > square.Width && row.Height < square.Height);
        Assert.Contains("grey, signed, colour, dark", row.Alt, StringComparison.Ordinal);
    }
}
