using System.Diagnostics;
using System.Globalization;
using System.Text;
using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench data</c>: images a second, drawn and augmented, for a second of the clock and for one of processor time.</summary>
internal static class DataBench
{
    private const int Batch = 128, Batches = 60, Drawn = 10_000;

    public static int Run(int rounds, bool write)
    {
        using var scope = NewDisposeScope();
        var images = Scenes.Objects(Batch, 1).Images;
        var colors = Pca.OfColors(images);
        var (crop, flip) = (Augment.RandomCrop(4), Augment.HorizontalFlip());
        (string, int, Action)[] works =
        [
            ("scenes of one object", Drawn, () => Scenes.Objects(Drawn, 1).Images.Dispose()),
            ("random crop and flip", Batch * Batches, Augmenting(images, Augment.All(crop, flip))),
            ("resized crop", Batch * Batches, Augmenting(images, Augment.ResizedCrop())),
            ("scale jitter", Batch * Batches, Augmenting(images, Augment.ScaleJitter(32, 64, 32))),
            ("photometric", Batch * Batches, Augmenting(images, Augment.Photometric())),
            ("colour PCA", Batch * Batches, Augmenting(images, Augment.ColorPca(colors))),
            ("erasing", Batch * Batches, Augmenting(images, Augment.Erase())),
            ("crop, flip, photometric, colour PCA and erasing", Batch * Batches,
                Augmenting(images, Augment.All(crop, flip, Augment.Photometric(), Augment.ColorPca(colors), Augment.Erase()))),
        ];
        var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"## `./course bench data`\n\nColour images of 32×32, batches of {Batch}, {get_num_threads()} threads, medians of {rounds} rounds.\n\n| work | images/s | images per second of processor time |\n|---|---:|---:|\n"));
        foreach (var (name, count, work) in works)
        {
            var (wall, processor) = Measure(rounds, work);
            var line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {count / wall:n0} | {count / processor:n0} |");
            Console.WriteLine(line);
            page.Append(line).Append('\n');
        }
        if (write) BenchmarkPage.Write("data", page.ToString());
        return 0;
    }

    private static Action Augmenting(Tensor images, Func<Tensor, Generator, Tensor> augment) => () =>
    {
        using var random = new Generator(1);
        for (var k = 0; k < Batches; k++) augment(images, random).Dispose();
    };

    private static (double Wall, double Processor) Measure(int rounds, Action work)
    {
        work();
        using var self = Process.GetCurrentProcess();
        List<double> wall = [], processor = [];
        for (var round = 0; round < rounds; round++)
        {
            self.Refresh();
            var (busy, started) = (self.TotalProcessorTime, Stopwatch.GetTimestamp());
            work();
            wall.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            self.Refresh();
            processor.Add((self.TotalProcessorTime - busy).TotalSeconds);
        }
        wall.Sort();
        processor.Sort();
        return (wall[rounds / 2], processor[rounds / 2]);
    }
}
