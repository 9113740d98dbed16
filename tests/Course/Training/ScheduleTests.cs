using CnnCourse.Training;

namespace CnnCourse.Tests.Training;

public class ScheduleTests
{
    private static void Follows(double[] expected, Func<double, double> schedule, params double[] shares) =>
        Assert.Equal(expected, shares.Select(schedule), (x, y) => Math.Abs(x - y) < 1e-12);

    [Fact]
    public void Steps_cut_the_training_into_equal_parts() => Follows([1, 1, 0.1, 0.1], Schedules.Steps(0.1, 0.01), 0, 0.49, 0.5, 1);

    [Fact]
    public void Cosine_falls_from_one_to_zero() => Follows([1, 0.5, 0], Schedules.Cosine, 0, 0.5, 1);

    [Fact]   // by hand: the square root of what is left
    public void Polynomial_is_a_power_of_what_is_left() => Follows([1, 0.5, 0], Schedules.Polynomial(0.5), 0, 0.75, 1);

    [Fact]   // Szegedy et al. 2015, §6: 4 % every 8 epochs, here of 24; the epochs' starts are exact
    public void Every_changes_at_the_start_of_an_epoch() =>
        Follows([1, 1, 0.96, 0.96, 0.96 * 0.96], Schedules.Every(8, 0.96, ofEpochs: 24), 0, 7.9 / 24, 8.0 / 24, 15.9 / 24, 16.0 / 24);

    [Fact]   // He et al. 2015, §4.2: at 32k and 48k of 64k steps
    public void At_divides_at_given_shares() => Follows([1, 0.1, 0.1, 0.01], Schedules.At(0.1, 0.5, 0.75), 0.49, 0.5, 0.74, 0.75);

    [Fact]
    public void Warm_up_rises_and_hands_over() => Follows([0, 0.5, 1, 0.5, 0], Schedules.WarmUp(0.2, Schedules.Linear), 0, 0.1, 0.2, 0.6, 1);

    [Fact]
    public void One_cycle_rises_to_its_peak_and_falls() => Follows([0.1, 0.55, 1, 0.5, 0], Schedules.OneCycle(0.4, 0.1, 0), 0, 0.2, 0.4, 0.7, 1);

    [Fact]   // by hand: two epochs without a better one, twice
    public void Plateau_lowers_the_rate_at_each_standstill()
    {
        var plateau = new Plateau(Epochs: 2, Factor: 0.1);
        Assert.Equal(1, plateau.After([0.5, 0.6, 0.6, 0.7]));
        Assert.Equal(0.1, plateau.After([0.5, 0.6, 0.6, 0.6, 0.5]), 12);
        Assert.Equal(0.01, plateau.After([0.5, 0.6, 0.6, 0.6, 0.5, 0.6]), 12);
    }

    [Fact]
    public void History_says_how_many_steps_a_loss_took()
    {
        var history = new History();
        foreach (var loss in new[] { 3.0, 1, 2, 1, 0 }) history.AddStep(loss);
        Assert.Equal(2, history.StepsTo(1));
        Assert.Equal(3, history.StepsTo(1.5, window: 2));   // means 2, 1.5, ... from step 2 on
        Assert.Null(history.StepsTo(-1));
    }
}
