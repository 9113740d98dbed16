using System.Globalization;
using CnnCourse.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench --device cuda</c>: ResNet-50's training step in bfloat16 autocast, channels last, beside Python eager.</summary>
internal static class DeviceBench
{
    public static int Run(string device, int rounds)
    {
        var isCuda = device.StartsWith("cuda", StringComparison.Ordinal);
        if (isCuda && !cuda.is_available()) throw new UserError("no CUDA here: './course doctor' says why", 1);
        var (batch, count) = isCuda ? (256, 20) : (2, 1);   // on the CPU only to see that it runs
        using var python = PythonPeer.Active("bench_device.py", device, batch.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(python.Ready());

        using var scope = NewDisposeScope();
        manual_seed(0);
        var where = new Device(device);
        using var model = ModelZoo.Create("resnet50");
        model.to(where);
        Layout(model);
        using var optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
        var images = Layout(randn([batch, 3, 224, 224], device: where));
        var labels = randint(1000, [batch], dtype: int64, device: where);
        model.train();
        var duel = Duel.Run(rounds, count, steps =>
        {
            for (var k = 0; k < steps; k++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                Loss(model, images, labels).backward();
                optimizer.step();
            }
            if (isCuda) cuda.synchronize();
        }, steps => python.Round(steps.ToString(CultureInfo.InvariantCulture)));
        Console.WriteLine(FormattableString.Invariant($"ResNet-50, batch {batch}, bfloat16 autocast, channels last, {device}, libtorch {__version__}: ours {batch / duel.Ours:f1} images/s, Python {batch / duel.Python:f1} images/s, ratio of times {duel.Ratio:f2}"));
        return 0;
    }

#if GENUINE
    private static T Layout<T>(T value) => value;

    private static Tensor Loss(nn.Module<Tensor, Tensor> model, Tensor images, Tensor labels) => nn.functional.cross_entropy(model.call(images), labels);
#else
    private static Tensor Layout(Tensor images) => images.contiguous(memory_format.channels_last);
    private static void Layout(nn.Module model) => model.to(memory_format.channels_last);

    private static Tensor Loss(nn.Module<Tensor, Tensor> model, Tensor images, Tensor labels)
    {
        using var narrow = amp.autocast(images.device_type, bfloat16);
        return nn.functional.cross_entropy(model.call(images), labels);
    }
#endif
}
