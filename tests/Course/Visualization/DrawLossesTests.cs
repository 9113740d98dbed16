using CnnCourse.Plots;
using CnnCourse.Training;
using CnnCourse.Visualization;

namespace CnnCourse.Tests.Visualization;

public class DrawLossesTests
{
    private static History Of(params double[] losses)
    {
        var run = new History();
        foreach (var loss in losses) run.AddStep(loss);
        return run;
    }

    [Fact]
    public void A_point_is_the_mean_of_the_losses_up_to_its_step()
    {
        var curve = Draw.Loss("a", Of(4, 2, 1, 3), window: 2);
        Assert.Equal([2.0, 3, 4], curve.X);
        Assert.Equal([3.0, 1.5, 2], curve.Y);
    }

    [Fact]
    public void What_is_no_number_is_drawn_at_the_ceiling() =>
        Assert.Equal([1.0, 3, 3], Draw.Loss("a", Of(1, 7, double.NaN), window: 1, ceiling: 3).Y);

    [Fact]
    public void Losses_are_drawn_from_zero() =>
        Assert.Equal("Training loss", Draw.Losses([Draw.Loss("a", Of(2, 1), window: 1)]).Title);

    [Fact]
    public void A_thinned_series_keeps_every_third_point_with_its_band()
    {
        var thin = Series.Of("a", Enumerable.Range(0, 7).Select(k => (double)k)).WithBand(new double[7], new double[7]).Thinned(3);
        Assert.Equal([0.0, 3, 6], thin.X);
        Assert.Equal(3, thin.Low!.Count);
    }

    [Fact]
    public void Gradients_say_how_far_first_and_last_layer_are_apart()
    {
        GradientFlow.Layer[] flow = [new("a", [2, 2], Norm: 1, WeightNorm: 2), new("b", [2, 2], Norm: 1, WeightNorm: 10)];
        Assert.EndsWith("First layer over last: net 5.0.", Draw.Gradients(("net", flow)).Caption);
    }

    [Fact]
    public void A_group_has_a_bar_for_each_seed() =>
        Assert.Contains("seed 2", Draw.BySeed(("a", [1, 2]), ("b", [3, 4])).ToPlotlyJson());
}
