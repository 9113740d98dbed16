using System.Text.Json;
using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Models;
using CnnCourse.Plots;
using CnnCourse.Training;
using CnnCourse.Visualization;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Visualization;

public class DrawTests
{
    private static readonly string[] Names = ["left", "right"];

    [Fact]
    public void Feature_maps_come_in_the_order_of_the_layers_with_their_shapes()
    {
        using var scope = NewDisposeScope();
        using var model = ModelZoo.Create("lenet5_paper");
        var maps = FeatureMaps.Of(model, randn(1, 1, 32, 32));
        Assert.Equal(["C1", "S2", "C3", "S4", "C5", "F6", "Output"], maps.Select(m => m.Layer));
        Assert.Equal([[6, 28, 28], [6, 14, 14], [16, 10, 10], [16, 5, 5], [120, 1, 1], [84], [10]], maps.Select(m => m.Maps.shape));
    }

    [Fact]   // by hand: 2 columns of 2 pixels, 3 gaps of 1
    public void A_grid_puts_pictures_row_by_row_with_gaps()
    {
        using var scope = NewDisposeScope();
        var grid = Tiling.Grid(arange(1, 4).reshape(3, 1, 1, 1).expand(3, 1, 1, 2).contiguous(), columns: 2, gap: 1, fill: 9);
        Assert.Equal([1, 5, 7], grid.shape);
        Assert.Equal([9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 9, 2, 2, 9, 9, 9, 9, 9, 9, 9, 9, 9, 3, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9],
            grid.flatten().to(ScalarType.Int64).data<long>().ToArray());
    }

    [Fact]
    public void A_table_of_numbers_keeps_rows_and_columns()
    {
        using var scope = NewDisposeScope();
        var numbers = Pictures.Numbers(tensor(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } }).t());
        Assert.Equal(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, numbers);
        Assert.Throws<ArgumentException>(() => Pictures.Numbers(zeros(1, 2, 3)));
    }

    [Theory]
    [InlineData(84, 12, 7)]
    [InlineData(120, 12, 10)]
    [InlineData(10, 5, 2)]
    [InlineData(7, 7, 1)]
    public void Vectors_fold_into_rectangles(int length, int height, int width)
    {
        using var scope = NewDisposeScope();
        Assert.Equal([height, width], Tiling.Folded(zeros(length)).shape);
    }

    [Fact]
    public void Every_figure_has_words_and_valid_json()
    {
        using var scope = NewDisposeScope();
        using var model = ModelZoo.Create("lenet5");
        var set = new ImageSet(rand(6, 1, 32, 32), tensor(new long[] { 0, 1, 0, 1, 0, 1 }), Names);
        using var report = new TestReport(tensor(new float[] { 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1 }, [6, 2]), set.Labels, Names);
        var history = new History { new EpochReport(1, 0.5, 0.8, 0.8, 0.1, 2), new EpochReport(2, 0.4, 0.8, 0.9, 0.1, 2) };

        Figure[] figures =
        [
            Draw.Samples(set, 3), Draw.Filters(model.get_parameter("C3.weight")!, "C3"), Draw.Filters(rand(4, 3, 5, 5), "colour"),
            Draw.LayerMaps(FeatureMaps.Of(model, rand(1, 1, 32, 32))), Draw.LearningCurves(("modern", history)),
            Draw.Confusion(report), Draw.Mistakes(report, set),
        ];
        foreach (var figure in figures)
        {
            Assert.False(string.IsNullOrWhiteSpace(figure.Caption));
            Assert.False(string.IsNullOrWhiteSpace(figure.Alt));
            using var json = JsonDocument.Parse(figure.ToPlotlyJson());
            Assert.True(json.RootElement.GetProperty("data").GetArrayLength() > 0);
        }
    }

    [Fact]
    public void Captions_state_what_was_counted()
    {
        using var scope = NewDisposeScope();
        using var report = new TestReport(tensor(new float[] { 1, 0, 0, 1, 1, 0, 1, 0 }, [4, 2]), tensor(new long[] { 0, 1, 1, 1 }), Names);
        var figure = Draw.Confusion(report);
        Assert.Equal("2 of 4 right (50.00%)", figure.Title);
        Assert.Contains("right for left, 2 times", figure.Caption, StringComparison.Ordinal);
    }
}
