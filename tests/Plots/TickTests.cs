namespace CnnCourse.Plots.Tests;

public class TickTests
{
    // Steps by hand: the smallest of 1, 2, 5 x 10^k that needs no more ticks than allowed.
    [Theory]
    [InlineData(1, 6, 0.2)]
    [InlineData(10, 11, 1)]
    [InlineData(10, 6, 2)]
    [InlineData(10, 3, 5)]
    [InlineData(97, 6, 20)]
    [InlineData(0.003, 4, 0.001)]
    public void A_step_is_one_two_or_five_times_a_power_of_ten(double span, int most, double expected) =>
        Assert.Equal(expected, Ticks.Step(span, most), 12);

    [Fact]
    public void Linear_ticks_are_round_and_inside_the_range()
    {
        var ticks = Ticks.Linear(-0.13, 0.97, 7);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8], ticks.Select(t => t.Value));
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8"], ticks.Select(t => t.Text));
    }

    [Fact]
    public void Linear_ticks_share_their_decimals_and_write_a_true_minus() =>
        Assert.Equal(["\u22121.5", "\u22121.0", "\u22120.5", "0", "0.5"], Ticks.Linear(-1.6, 0.6, 6).Select(t => t.Text));

    [Theory]   // three epochs have no half ones between them; an x of 2.5 brings the fractions back
    [InlineData(3, 3)]     // 1, 2, 3
    [InlineData(2.5, 8)]   // 1.0, 1.2, ..., 2.4
    public void Lines_at_whole_numbers_have_ticks_at_whole_numbers(double last, int expected)
    {
        var figure = Plot.Line(Series.Of("loss", [1, 2, last], [3.0, 2, 1])).WithHorizontalLine(2.3, "guessing");
        Assert.Equal(expected, System.Text.Json.Nodes.JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["xaxis"]!["nticks"]!.GetValue<int>());
    }

    [Fact]
    public void What_rounds_to_zero_is_written_without_a_sign()
    {
        var json = Plot.Bar(["a", "b"], [-0.001, -0.02], "0.00").ToPlotlyJson();
        Assert.DoesNotContain("-0.00\"", json, StringComparison.Ordinal);
        Assert.Contains("-0.02\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_ticks_are_powers_of_ten_over_many_decades() =>
        Assert.Equal([0.0001, 0.001, 0.01, 0.1, 1], Ticks.Log(0.00005, 2, 8).Select(t => t.Value));

    [Fact]
    public void Log_ticks_take_two_and_five_when_there_are_few_decades() =>
        Assert.Equal([1, 2, 5, 10, 20], Ticks.Log(0.9, 30, 8).Select(t => t.Value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9_500, "9500")]
    [InlineData(20_000, "20k")]
    [InlineData(61_100_000, "61.1M")]
    [InlineData(0.00001, "1e-05")]
    public void Large_and_small_numbers_are_written_short(double value, string expected) =>
        Assert.Equal(expected, Ticks.Number(value));
}
