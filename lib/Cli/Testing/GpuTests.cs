using CnnCourse.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Testing;

/// <summary>A GPU against the CPU: the same networks, weights and images. They run wherever there is CUDA, also in a packed course.</summary>
internal static class GpuTests
{
    private const double SinglePrecision = 1e-4;   // of the largest number; TF32 is off
    private const double HalfPrecision = 5e-2;     // bfloat16 has 8 bits

    private static readonly string[] networks = ["lenet5", "resnet20_cifar", "alexnet", "vgg11_bn", "googlenet", "resnet18", "resnet50"];

    private static IEnumerable<(string Name, Func<Device, double> Distance, double Allowed)> All() =>
        networks.Select(name => ($"gpu logits of {name}", (Func<Device, double>)(device => Logits(name, device)), SinglePrecision))
            .Concat(networks.Take(2).Select(name => ($"gpu gradients of {name}", (Func<Device, double>)(device => Gradients(name, device)), SinglePrecision)))
            .Concat([("gpu autocast of resnet18 in bfloat16", device => Autocast("resnet18", device), HalfPrecision), ("gpu random numbers of a run that goes on", Numbers, 0)]);

    /// <summary>Whether any name fits; what ran is counted.</summary>
    public static bool Run(string? filter, ref TestCount total)
    {
        var chosen = All().Where(t => filter is null || t.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0) return false;
        if (!cuda.is_available())
        {
            Console.WriteLine($"gpu: {chosen.Count} tests skipped: no CUDA here ('course doctor' says why)");
            return true;
        }
        backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = false;
        foreach (var (name, distance, allowed) in chosen)
        {
            var found = distance(CUDA);
            total += found <= allowed ? new TestCount(1, 0) : new TestCount(0, 1);
            if (!(found <= allowed)) Console.WriteLine(FormattableString.Invariant($"FAILED {name}: differs from the CPU by {found:e1} of the largest number, allowed {allowed:e0}"));
        }
        return true;
    }

    internal static double Logits(string name, Device device) => Compare(name, device, (model, images) =>
    {
        model.eval();
        using var guard = no_grad();
        return model.call(images);
    });

    internal static double Gradients(string name, Device device) => Compare(name, device, (model, images) =>
    {
        model.train();
        model.call(images).pow(2).mean().backward();
        return cat([.. model.parameters().Select(p => p.grad!.flatten())]);
    });

    internal static double Autocast(string name, Device device) => Compare(name, device, (model, images) =>
    {
        model.eval();
        using var guard = no_grad();
#if !GENUINE
        using var narrow = images.device_type == DeviceType.CUDA ? amp.autocast(DeviceType.CUDA, bfloat16) : null;
#endif
        return model.call(images).to(float32);
    });

    // What a checkpoint relies on: the state of the device's generator brings its numbers back.
    internal static double Numbers(Device device)
    {
        using var scope = NewDisposeScope();
        if (DeviceGenerator.Of(device) is not { } generator) return 0;
        var state = generator.get_state();
        var first = rand(1000, device: device);
        generator.set_state(state);
        return (rand(1000, device: device) - first).abs().max().item<float>();
    }

    private static double Compare(string name, Device device, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor> run)
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var entry = ModelZoo.Find(name);
        using var model = entry.Build();
        var images = randn([4, .. entry.Input]);
        var expected = run(model, images);
        model.zero_grad();
        model.to(device);
        return ((run(model, images.to(device)).cpu() - expected).abs().max() / expected.abs().max()).item<float>();
    }
}
