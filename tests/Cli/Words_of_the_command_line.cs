namespace CnnCourse.Cli.Tests;

public sealed class Words_of_the_command_line
{
    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    public async Task Help_lists_the_commands(string arguments)
    {
        var answer = await CourseProcess.RunAsync(arguments);
        Assert.Equal(0, answer.ExitCode);
        foreach (var command in new[] { "run", "test", "arithmetic", "doctor", "notebook", "bench" }) Assert.Contains($"  {command}", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --help", "--device")]
    [InlineData("test --help", "--filter")]
    [InlineData("arithmetic --help", "--csv")]
    [InlineData("bench lenet5 --help", "--rounds")]
    [InlineData("notebook list --help", "notebook")]
    [InlineData("claims --help", "--topic")]
    [InlineData("doctor --help", "doctor")]
    public async Task Every_command_has_help(string arguments, string word)
    {
        var answer = await CourseProcess.RunAsync(arguments);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(word, answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("arithmetic lenet", "lenet5")]
    [InlineData("run --device cpuu", "cpu")]
    [InlineData("notebook lst", "list")]
    [InlineData("claims --topic AlexNot", "AlexNet")]
    [InlineData("claims --kind recrod", "record")]
    public async Task An_unknown_name_is_answered_with_the_nearest_and_code_2(string arguments, string nearest)
    {
        var answer = await CourseProcess.RunAsync(arguments);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(nearest, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arithmetic lenet5 --input 32by32", "image shape")]
    [InlineData("arithmetic lenet5 --input 1x32", "C1")]
    [InlineData("arithmetic lenet5 --input 1x8x8", "C3")]
    [InlineData("arithmetic lenet5 --input 3x32x32", "C1")]
    public async Task A_wrong_input_shape_is_one_line(string arguments, string named)
    {
        var answer = await CourseProcess.RunAsync(arguments);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(named, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export good.ipynb --to md --out .", "good.md")]
    [InlineData("export good.ipynb --to md --out made/", "made/good.md")]
    [InlineData("export good.ipynb --to md --out other.md", "other.md")]
    public async Task Other_forms_of_a_notebook_go_to_a_file_or_into_a_folder(string arguments, string written)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Notebook("good.ipynb", "1 + 1");
        var answer = await CourseProcess.RunAsync(arguments.Replace("good.ipynb", file, StringComparison.Ordinal).Replace("--out ", $"--out {folder.Path}/", StringComparison.Ordinal));
        Assert.Equal((0, folder.File(written)), (answer.ExitCode, answer.Output.Trim()));
        Assert.True(File.Exists(folder.File(written)));
    }

    [Fact]
    public async Task A_notebook_does_not_overwrite_itself()
    {
        using var folder = new TemporaryFolder();
        var answer = await CourseProcess.RunAsync($"export {folder.Notebook("good.ipynb", "1 + 1")} --to ipynb --out {folder.Path}");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--out", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_the_agreed_header_and_ends_in_the_total()
    {
        var answer = await CourseProcess.RunAsync("arithmetic lenet5_paper --input 1x32x32 --csv");
        var lines = answer.Output.Trim().Split('\n');
        Assert.Equal("layer,type,output,params,connections,macs,memory_bytes,rf_size,rf_stride", lines[0]);
        Assert.StartsWith("total,", lines[^1], StringComparison.Ordinal);
        Assert.Equal(["60000", "340908"], lines[^1].Split(',')[3..5]);   // LeCun et al. 1998, section II-B
    }
}
