using System.Globalization;
using CnnCourse.Data;
using CnnCourse.Models;
using CnnCourse.Training;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench lenet5</c>: one epoch of the modern LeNet-5 on 60,000 images, by our trainer and by a Python loop.</summary>
internal static class LeNet5Bench
{
    private const int BatchSize = 64;

    public static int Run(int rounds, bool write)
    {
        var folder = DataStore.Default.Find("fashion-mnist");
        var threads = get_num_threads();
        using var python = new PythonPeer("bench_lenet5.py", folder, threads.ToString(CultureInfo.InvariantCulture), BatchSize.ToString(CultureInfo.InvariantCulture));
        python.Ready();

        using var scope = NewDisposeScope();
        manual_seed(0);
        var garments = Datasets.FashionMnist();
        var data = new ImageData(garments.Train.Padded(2), garments.Test.Padded(2).Take(1));   // one test image: only training is timed
        var model = ModelZoo.Create("lenet5");
        var recipe = new Recipe { Epochs = 1, BatchSize = BatchSize, LearningRate = 0.05, Momentum = 0.9 };
        var duel = Duel.Run(rounds, 1, _ => Trainer.Fit(model, data, recipe), _ => python.Round());

        var line = string.Create(CultureInfo.InvariantCulture,
            $"ours {duel.Ours:f2} s, Python {duel.Python:f2} s, ratio {duel.Ratio:f2} (medians of {rounds} epochs in turn, {threads} threads, libtorch {__version__})");
        Console.WriteLine(line);
        if (write)
            BenchmarkPage.Write("lenet5", $"## `./course bench lenet5`\n\nOne epoch of the modern LeNet-5 over 60,000 images of Fashion-MNIST, batch {BatchSize}, SGD with momentum: {line}.");
        return 0;
    }
}
