namespace CnnCourse.Cli.Tests;

public sealed class Memory_stays_flat
{
    [Fact]
    public async Task Ten_thousand_training_steps_leave_resident_memory_within_two_percent()
    {
        var answer = await CourseProcess.RunAsync("bench memory");
        Assert.True(answer.ExitCode == 0, answer.Output + answer.Error);
        Assert.Contains("10,000 steps", answer.Output, StringComparison.Ordinal);
    }
}
