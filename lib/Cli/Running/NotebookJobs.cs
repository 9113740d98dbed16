using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Running;

/// <summary>
/// Runs notebooks in processes of their own, several at a time: seeds, threads and memory of one do not reach another.
/// All of them share the processor's cores evenly unless their threads are given.
/// </summary>
internal sealed class NotebookJobs : IDisposable
{
    /// <summary>What a notebook is given: with less memory to be had, the next one waits.</summary>
    private const long BytesEach = 3L << 30;
    private const string ThreadsVariable = "OMP_NUM_THREADS";
    private readonly SemaphoreSlim places;
    private readonly Lock gate = new();
    private readonly int threads;
    private int running;

    private readonly string? progressFolder;

    /// <param name="jobs">At a time; 0 for as many as cores and memory allow.</param>
    /// <param name="progressFolder">Each process keeps what it solved in a file of its own here; the learner's own file when null.</param>
    /// <param name="threads">Of each process: what training computes depends on their number in the last digits. An even share of the cores when 0.</param>
    public NotebookJobs(int jobs, int notebooks, string? progressFolder = null, int threads = 0)
    {
        this.progressFolder = progressFolder;
        var cores = Torch.Cores.Physical;
        Count = jobs > 0 ? jobs : (int)Math.Clamp(Math.Min(cores, AvailableBytes() / BytesEach), 1, Math.Max(1, notebooks));
        places = new SemaphoreSlim(Count);
        this.threads = threads > 0 ? threads : Math.Max(1, cores / Count);
    }

    public int Count { get; }

    /// <summary>Whether this process was started with one thread, as outputs that are kept ask for.</summary>
    public static bool HasOneThread => Environment.GetEnvironmentVariable(ThreadsVariable) == "1";

    /// <summary>Runs <c>course run FILE</c> with these options in a process; the report is what that process found.</summary>
    public async Task<NotebookReport> RunAsync(string file, IEnumerable<string> options, CancellationToken stop)
    {
        var result = Path.GetTempFileName();
        try
        {
            var clock = Stopwatch.StartNew();
            var (_, error) = await StartAsync("dotnet", [typeof(NotebookJobs).Assembly.Location, "run", file, "--report", result, .. options], stop);
            return new FileInfo(result).Length > 0
                ? JsonSerializer.Deserialize<NotebookReport>(await File.ReadAllTextAsync(result, stop))!
                : new NotebookReport(file, "", [], clock.Elapsed, $"the process that ran it ended early: {error.Trim()}");
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>Runs a program as a job; its exit code and what it said on its error stream.</summary>
    public async Task<(int ExitCode, string Error)> StartAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            while (!TryTake()) await Task.Delay(TimeSpan.FromSeconds(0.5), stop);
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment[ThreadsVariable] = threads.ToString(CultureInfo.InvariantCulture);
            if (progressFolder is not null) start.Environment["COURSE_PROGRESS"] = Path.Combine(progressFolder, Path.GetRandomFileName());
            using var process = Process.Start(start)!;
            await using var kill = stop.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            await output;
            return (process.ExitCode, await error);
        }
        finally
        {
            lock (gate) running--;
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private bool TryTake()
    {
        lock (gate)
        {
            if (running > 0 && AvailableBytes() < BytesEach) return false;
            running++;
            return true;
        }
    }

    private static long AvailableBytes() =>
        File.Exists("/proc/meminfo") && File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
