using System.Buffers.Binary;
using System.Text;
using CnnCourse.Models;
using CnnCourse.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Tests;

public sealed class Pictures_that_are_named : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("10")]
    [InlineData("144")]
    public async Task Scores_are_the_softmax_of_the_logits(string crops)
    {
        // All weights 0, one bias ln 9: e^ln9 / (e^ln9 + 9 e^0) = 1/2, whatever the picture and the crops.
        await File.WriteAllLinesAsync(folder.File("names.txt"), Enumerable.Range(0, 10).Select(k => $"name {k}"));
        var answer = await PredictAsync(Save("w.pth"), $"--top 2 --crops {crops} --classes {folder.File("names.txt")}");
        Assert.Equal("", answer.Error);
        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(" 50.00%  name 3", lines[0]);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("  5.56%", lines[1], StringComparison.Ordinal);   // 1/18
    }

    [Fact]
    public async Task Class_names_come_from_the_weight_file_where_it_has_them()
    {
        var path = Save("w.safetensors");
        var bytes = await File.ReadAllBytesAsync(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var header = Encoding.UTF8.GetBytes("{\"__metadata__\":{\"classes\":\"a\\nb\\nc\\ndog\\ne\\nf\\ng\\nh\\ni\\nj\"}," + Encoding.UTF8.GetString(bytes, 8, length).TrimEnd()[1..]);
        await File.WriteAllBytesAsync(path, [.. BitConverter.GetBytes((long)header.Length), .. header, .. bytes[(8 + length)..]]);
        Assert.Equal(" 50.00%  dog", (await PredictAsync(path, "--top 1")).Output.Trim('\n'));
    }

    [Fact]
    public async Task Without_names_classes_are_numbers() =>
        Assert.Equal(" 50.00%  class 3", (await PredictAsync(Save("w.dat"), "--top 1")).Output.Trim('\n'));

    [Fact]
    public async Task A_list_of_another_length_is_refused()
    {
        await File.WriteAllTextAsync(folder.File("names.txt"), "one\ntwo\n");
        var answer = await PredictAsync(Save("w.pth"), $"--classes {folder.File("names.txt")}");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("names 2 classes, the network has 10", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    private Task<CourseAnswer> PredictAsync(string weights, string options)
    {
        torchvision.io.write_png((rand(3, 40, 50) * 255).to(ScalarType.Byte), folder.File("picture.png"));
        return CourseProcess.RunAsync($"predict {folder.File("picture.png")} --model lenet5 --weights {weights} {options}");
    }

    private string Save(string name)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var model = ModelZoo.Create("lenet5");
        foreach (var parameter in model.parameters()) parameter.zero_();
        model.parameters().Last()[3] = tensor(Math.Log(9)).to(ScalarType.Float32);
        WeightFile.Save(folder.File(name), model.state_dict());
        return folder.File(name);
    }
}
