using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Files;

/// <summary>A large file is read straight into its tensors: memory never holds it twice.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private const long Size = 300 * Mebibyte;
    private const double Allowed = 1.25;   // of the size; twice is what must not be

    private readonly string folder = Directory.CreateTempSubdirectory("cnn-course-large").FullName;

    [Theory]
    [InlineData("large.safetensors")]
    [InlineData("large.pth")]
    [InlineData("large.dat")]
    public void Reading_takes_little_more_memory_than_the_tensors(string name)
    {
        var path = Path.Combine(folder, name);
        using (NewDisposeScope())
            WeightFile.Save(path, Enumerable.Range(0, 3).Select(k => KeyValuePair.Create($"t{k}", full(Size / 12, k + 1f))).ToList());
        Assert.InRange(new FileInfo(path).Length, Size, Size + Mebibyte);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using var scope = NewDisposeScope();
        var before = Environment.WorkingSet;
        using var watch = new PeakWatch();
        var tensors = WeightFile.Load(path);
        var grown = watch.Peak - before;
        Assert.Equal([1f, 2f, 3f], tensors.Values.Select(t => t[^1].item<float>()));
        Assert.InRange(grown, 0.5 * Size, Allowed * Size);   // less than half would mean that nothing was measured
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Looks at the process's resident memory once a millisecond.</summary>
    private sealed class PeakWatch : IDisposable
    {
        private readonly Thread thread;
        private long peak;
        private volatile bool stopped;

        internal PeakWatch()
        {
            thread = new Thread(() =>
            {
                while (!stopped)
                {
                    Look();
                    Thread.Sleep(1);
                }
            });
            thread.Start();
        }

        internal long Peak
        {
            get
            {
                Look();
                return Interlocked.Read(ref peak);
            }
        }

        private void Look()
        {
            var now = Environment.WorkingSet;
            if (now > Interlocked.Read(ref peak)) Interlocked.Exchange(ref peak, now);
        }

        public void Dispose()
        {
            stopped = true;
            thread.Join();
        }
    }
}
