using CnnCourse.Models;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Tests;

/// <summary>What cannot work is one line that says why and what to do, exit code 2, and no file.</summary>
public sealed class Bad_input_of_networks : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Bad_input_of_networks()
    {
        using var scope = NewDisposeScope();
        WeightFile.Save(folder.File("lenet5.pth"), ModelZoo.Create("lenet5").state_dict());
        WeightFile.Save(folder.File("paper.pth"), ModelZoo.Create("lenet5_paper").state_dict());
        WeightFile.Save(folder.File("small.pth"), [KeyValuePair.Create("x", zeros(1, 1, 20, 20))]);
        WeightFile.Save(folder.File("flat.pth"), [KeyValuePair.Create("x", zeros(1, 1024))]);
        WeightFile.Save(folder.File("good.pth"), [KeyValuePair.Create("x", zeros(1, 1, 32, 32))]);
        File.WriteAllBytes(folder.File("cut.pth"), File.ReadAllBytes(folder.File("lenet5.pth"))[..2000]);
        File.WriteAllText(folder.File("text.png"), "this is no picture");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("forward lenet --weights lenet5.pth --input good.pth", "nearest: lenet5")]
    [InlineData("forward lenet5 --weights lenet5.pth --input small.pth", "layer 'C5'", "squares of 32 and more")]
    [InlineData("forward lenet5 --weights lenet5.pth --input flat.pth", "[N, C, H, W]", "[1, 1, 32, 32]")]
    [InlineData("forward lenet5 --weights paper.pth --input good.pth", "paper.pth holds no weights of lenet5", "course weights inspect")]
    [InlineData("forward lenet5 --weights cut.pth --input good.pth", "cut.pth", "truncated")]
    [InlineData("forward lenet5 --weights none.pth --input good.pth", "none.pth")]
    [InlineData("weights convert cut.pth", "cut.pth", "truncated")]
    public async Task Nothing_is_written(string arguments, params string[] said)
    {
        var output = folder.File("out.safetensors");
        var isForward = arguments.StartsWith("forward", StringComparison.Ordinal);
        await FailsAsync(InFolder(arguments) + (isForward ? " --output " : " ") + output, said);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => Path.GetFileName(file).StartsWith("out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("predict text.png --model lenet5 --weights lenet5.pth", "text.png is no picture", "JPEG or PNG")]
    [InlineData("predict none.png --model lenet5 --weights lenet5.pth", "there is no picture")]
    [InlineData("predict text.png --model lenet5", "has no weights here: give --weights")]
    [InlineData("predict text.png --model lenet5 --weights lenet5.pth --crops 11", "1, 10, 144 or dense")]
    [InlineData("predict text.png --model lenet6 --weights lenet5.pth", "nearest: lenet5")]
    [InlineData("weights fetch resnet19", "nearest: resnet18")]
    [InlineData("weights fetch resnet18 --version 2", "of version 2", "resnet")]
    [InlineData("weights fetch resnet18 --from somewhere", "'somewhere' is no address")]
    [InlineData("arithmetic alexnet --input 3x20x20", "layer 'features.5'", "squares of 63 and more")]   // torchvision's least size
    [InlineData("arithmetic inception_v3 --input 3x50x50", "Mixed_7a", "squares of 75 and more")]
    [InlineData("arithmetic alexnet_paper --input 3x224x224", "'classifier.0'", "squares of 227 to 258")]
    [InlineData("models diff alexnet alexnet_papre", "nearest: alexnet_paper")]
    public Task The_answer_is_one_line(string arguments, params string[] said) => FailsAsync(InFolder(arguments), said);

    [Fact]
    public async Task Without_a_network_fetch_says_what_to_download_and_where_to_put_it()
    {
        var answer = await CourseProcess.RunAsync($"weights fetch resnet18 --to {folder.File("weights")} --from http://127.0.0.1:9/");
        Assert.Equal(1, answer.ExitCode);
        var line = Assert.Single(answer.ErrorLines);
        Assert.Contains("resnet18-f37072fd.pth", line, StringComparison.Ordinal);
        Assert.Contains(folder.File("weights"), line, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(folder.File("weights")) ? Directory.GetFiles(folder.File("weights")) : []);
    }

    private static async Task FailsAsync(string arguments, string[] said)
    {
        var answer = await CourseProcess.RunAsync(arguments);
        Assert.Equal(2, answer.ExitCode);
        Assert.Equal("", answer.Output);
        var line = Assert.Single(answer.ErrorLines);
        Assert.All(said, words => Assert.Contains(words, line, StringComparison.Ordinal));
    }

    private string InFolder(string arguments) => string.Join(' ', arguments.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) ? folder.File(word) : word));
}
