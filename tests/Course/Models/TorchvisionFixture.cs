using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;

namespace CnnCourse.Tests.Models;

/// <summary>What torchvision's models answer, asked once per model.</summary>
public sealed class TorchvisionFixture : IDisposable
{
    /// <summary>Two sizes per model, small enough to be quick and large enough for its poolings.</summary>
    internal static readonly Dictionary<string, int[]> Sizes = new()
    {
        ["alexnet"] = [64, 96],
        ["vgg11"] = [32, 64], ["vgg11_bn"] = [32, 64], ["vgg13"] = [32, 64], ["vgg13_bn"] = [32, 64],
        ["vgg16"] = [32, 64], ["vgg16_bn"] = [32, 64], ["vgg19"] = [32, 64], ["vgg19_bn"] = [32, 64],
        ["resnet18"] = [64, 97], ["resnet34"] = [64, 97], ["resnet50"] = [64, 97], ["resnet101"] = [64, 97], ["resnet152"] = [64, 97],
        ["googlenet"] = [64, 97],
        ["inception_v3"] = [75, 107],
        ["resnext50_32x4d"] = [64], ["wide_resnet50_2"] = [64],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("cnn-course-parity").FullName;

    private readonly HashSet<string> asked = [];

    internal string[] Keys(string model) => File.ReadAllLines(Answer(model, $"{model}.keys"));

    internal string[] Weights(string model) => File.ReadAllLines(Answer(model, $"{model}.weights"));

    internal float[] Logits(string model, int size) => Floats(model, $"{model}.{size}.logits");

    internal float[] Gradient(string model, int size) => Floats(model, $"{model}.{size}.gradient");

    private float[] Floats(string model, string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Answer(model, file))).ToArray();

    private string Answer(string model, string file)
    {
        if (asked.Add(model)) Ask(model);
        return Path.Combine(folder, file);
    }

    private void Ask(string model)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Models", "reference.py");
        string[] arguments = [script, folder, $"{torch.get_num_threads()}", $"{model}:{string.Join(',', Sizes[model])}"];
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
