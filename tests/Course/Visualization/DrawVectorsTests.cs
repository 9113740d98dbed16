using CnnCourse.Arithmetic;
using CnnCourse.Evaluation;
using CnnCourse.Models;
using CnnCourse.Visualization;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Visualization;

public class DrawVectorsTests
{
    private static readonly string[] Names = ["left", "middle", "right"];

    [Fact]   // a query and two neighbours by each of two measures, for two queries: tiles of 78 pixels
    public void Neighbours_stand_in_rows_behind_their_query()
    {
        using var scope = NewDisposeScope();
        var near = tensor(new long[] { 1, 2, 0, 2, 1, 0 }).view(3, 2);
        var json = Draw.Neighbours(rand(3, 1, 4, 4), [0, 2], 2, ("by features", near), ("by pixels", near)).ToPlotlyJson();
        foreach (var name in new[] { "query", "by features", "by pixels" }) Assert.Equal(2, json.Split(name).Length);
    }

    [Fact]
    public void Points_of_the_classes_shown_are_drawn_and_no_others()
    {
        using var scope = NewDisposeScope();
        var json = Draw.Points(rand(3, 2), tensor(new long[] { 0, 1, 2 }), Names, 0, 2).ToPlotlyJson();
        Assert.Contains("left", json);
        Assert.Contains("right", json);
        Assert.DoesNotContain("middle", json);
        Assert.Throws<ArgumentException>(() => Draw.Points(rand(3, 3), zeros(3, ScalarType.Int64), Names));
    }

    [Fact]   // LeNet-5's C5 has 48,120 of 60,000 parameters
    public void Shares_are_percentages_of_the_sum()
    {
        var table = LayerTable.Of(() => new LeNet5(), 1, 32, 32);
        Assert.Contains("80.2", Draw.Shares(table.Rows, ("parameters", r => r.Params)).ToPlotlyJson());
    }

    [Fact]   // by hand: means 2 and 6, half ranges 1 and 2
    public void Bars_stand_for_means_and_whiskers_for_half_the_range()
    {
        var json = Draw.Bars(["slow", "fast"], "0.0", ("ReLU", [new Spread(1, 3), new Spread(4, 8)])).ToPlotlyJson();
        foreach (var part in new[] { "2.0", "6.0", "[1,2]" }) Assert.Contains(part, json);
    }

    [Fact]   // by hand: the mean of 1 and 3, of 2 and 6
    public void Curves_over_seeds_go_through_the_means() =>
        Assert.Contains("[2,4]", Draw.Seeds(("with", [[1, 2], [3, 6]])).ToPlotlyJson());
}
