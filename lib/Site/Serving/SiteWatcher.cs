using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>Builds the site again shortly after a notebook was saved.</summary>
internal sealed class SiteWatcher : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);   // editors save in several steps
    private readonly Func<IReadOnlyList<string>> files;
    private readonly string output;
    private readonly SiteOptions options;
    private readonly Action<string> log;
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Timer timer;
    private readonly Lock gate = new();
    private TaskCompletionSource built = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SiteWatcher(Func<IReadOnlyList<string>> files, string output, SiteOptions options, Action<string> log)
    {
        (this.files, this.output, this.options, this.log) = (files, output, options, log);
        timer = new Timer(_ => Build());
        foreach (var folder in files().Append(options.IndexFile).OfType<string>().Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct())
        {
            var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watchers.Add(watcher);
        }
    }

    /// <summary>True when the site was built, false when it was not within <paramref name="patience"/>.</summary>
    public async Task<bool> NextBuildAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await built.Task.WaitAsync(patience, stop).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        watchers.ForEach(one => one.Dispose());
        timer.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        if (Path.GetExtension(change.FullPath) is ".ipynb" or ".md")
            timer.Change(Calm, Timeout.InfiniteTimeSpan);
    }

    private void Build()
    {
        lock (gate)
            try
            {
                var report = SiteBuilder.Build(files(), output, options);
                log($"built {report.Pages} pages");
                Interlocked.Exchange(ref built, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
            catch (Exception failure) when (failure is NotebookFormatException or IOException)
            {
                log(failure.Message);   // half-written: the next save mends it
            }
    }
}
