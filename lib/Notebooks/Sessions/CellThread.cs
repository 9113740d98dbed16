using System.Collections.Concurrent;

namespace CnnCourse.Notebooks;

/// <summary>
/// The one thread that runs all cells of a session, so that thread-bound state (gradient mode, dispose scopes, OpenMP pools)
/// carries from cell to cell. Awaits in a cell come back to it. An interrupt first asks, through the token that the compiler
/// has every loop and function of a cell look at, then breaks waits. It does not abort the thread: ControlledExecution can
/// take the whole process down with it, and every variable with that.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 8 << 20;
    private static readonly TimeSpan Insist = TimeSpan.FromMilliseconds(100);
    private readonly BlockingCollection<Job> jobs = [];
    private readonly Lock gate = new();
    private readonly Thread thread;
    private readonly TimeSpan grace;
    private Job? running;

    public CellThread(TimeSpan grace)
    {
        this.grace = grace;
        thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        thread.Start();
    }

    /// <summary>True when the body ran to its end, false when it was interrupted. The body's exception is the task's exception.</summary>
    public Task<bool> RunAsync(Func<CancellationToken, Task> body, bool canBeInterrupted = true)
    {
        var job = new Job(body, canBeInterrupted);
        jobs.Add(job);
        return job.Done.Task;
    }

    /// <summary>False when nothing runs.</summary>
    public bool Interrupt()
    {
        Job? job;
        lock (gate)
        {
            job = running;
            if (job is not { CanBeInterrupted: true })
                return false;
            if (job.IsInterrupted)
                return true;
            job.IsInterrupted = true;
        }
        _ = Task.Run(() => job.Ask.Cancel());
        _ = Task.Run(() => BreakWaitsAsync(job));
        return true;
    }

    public void Dispose()
    {
        Interrupt();
        jobs.CompleteAdding();
    }

    private async Task BreakWaitsAsync(Job job)
    {
        await Task.Delay(grace);
        while (true)
        {
            lock (gate)
            {
                if (running != job)
                    return;
                thread.Interrupt();
            }
            await Task.Delay(Insist);
        }
    }

    private void Loop()
    {
        while (!jobs.IsCompleted)
        {
            Job? job = null;
            Uninterruptibly(() => jobs.TryTake(out job, Timeout.Infinite));
            if (job is not null)
                Run(job);
        }
    }

    private void Run(Job job)
    {
        Exception? failure = null;
        lock (gate)
            running = job;
        try
        {
            job.Pump();
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }
        Uninterruptibly(() =>
        {
            lock (gate)
                running = null;
        });
        Uninterruptibly(() => Thread.Sleep(job.IsInterrupted ? 1 : 0));   // swallows an interrupt that came too late
        job.Finish();
        if (job.IsInterrupted && failure is OperationCanceledException or ThreadInterruptedException)
            job.Done.SetResult(false);
        else if (failure is not null)
            job.Done.SetException(failure);
        else
            job.Done.SetResult(true);
    }

    private static void Uninterruptibly(Action action)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }

    private sealed class Job(Func<CancellationToken, Task> body, bool canBeInterrupted) : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Call, object? State)> posts = [];
        private volatile bool isFinished;

        public volatile bool IsInterrupted;

        public bool CanBeInterrupted => canBeInterrupted;

        public CancellationTokenSource Ask { get; } = new();

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Pump()
        {
            SetSynchronizationContext(this);
            try
            {
                var task = body(Ask.Token);
                task.ContinueWith(_ => Post(static _ => { }, null), CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                while (!task.IsCompleted)
                {
                    var (call, state) = posts.Take();
                    call(state);
                }
                task.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(null);
            }
        }

        /// <summary>What a finished cell left running goes on elsewhere; what an interrupted one left does not.</summary>
        public void Finish()
        {
            isFinished = true;
            while (posts.TryTake(out var post))
                Post(post.Call, post.State);
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            if (isFinished)
            {
                if (!IsInterrupted)
                    base.Post(d, state);
                return;
            }
            posts.Add((d, state));
            if (isFinished)
                Finish();
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
