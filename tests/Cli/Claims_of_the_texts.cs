namespace CnnCourse.Cli.Tests;

public sealed class Claims_of_the_texts
{
    [Fact]
    public async Task A_topic_is_counted_and_summed_up_in_the_last_line()
    {
        var answer = await CourseProcess.RunAsync("claims --topic lenet-5 --kind arithmetic");
        Assert.Equal(0, answer.ExitCode);
        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var neurons = lines.Single(line => line.StartsWith("lenet5.c1.neurons ", StringComparison.Ordinal));
        Assert.Contains("4707", neurons, StringComparison.Ordinal);   // the text's misprint
        Assert.Contains("4704", neurons, StringComparison.Ordinal);
        Assert.Contains("corrected", neurons, StringComparison.Ordinal);
        Assert.Contains("31 computed and equal, 0 computed and different, 0 not computed", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_keeps_the_summary_out_of_the_data()
    {
        var answer = await CourseProcess.RunAsync("claims --topic YOLO --csv");
        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("id,stated,ours,verdict,how\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("yolo.boxes.98,98,-,confirmed,\"waits for notebook 18", answer.Output, StringComparison.Ordinal);
        Assert.Contains("8 claims: 0 computed and equal", answer.Error, StringComparison.Ordinal);
    }
}
