using System.Collections.Concurrent;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A batch and the tensors that go when it goes.</summary>
internal sealed record Batch<S>(S Value, IReadOnlyList<IDisposable> Owned) : IDisposable
{
    public void Dispose()
    {
        foreach (var item in Owned) item.Dispose();
    }
}

internal static class Batches
{
    /// <summary>Tensors of one shape as one tensor with a new first dimension, on a device.</summary>
    internal static Tensor Stack(IEnumerable<Tensor> tensors, Device device)
    {
        using var scope = NewDisposeScope();
        return stack(tensors).to(device).MoveToOuterDisposeScope();
    }
}

/// <summary>Runs a sequence of functions on threads, a few ahead, and hands out the results in order.</summary>
internal sealed class BatchPipeline<S> : IDisposable
{
    private const int AheadPerWorker = 2;

    private readonly IEnumerator<Func<Batch<S>>> source;
    private readonly Queue<TaskCompletionSource<Batch<S>>> pending = new();
    private readonly BlockingCollection<(Func<Batch<S>> Make, TaskCompletionSource<Batch<S>> Result)> work = [];
    private readonly Thread[] workers;

    internal BatchPipeline(int workers, IEnumerator<Func<Batch<S>>> source)
    {
        this.source = source;
        this.workers = workers < 2 ? [] : Enumerable.Range(0, workers).Select(k => new Thread(Work) { IsBackground = true, Name = $"DataLoader {k}" }).ToArray();
        if (this.workers.Length > 0) Start();
    }

    /// <summary>The next batch, or null after the last.</summary>
    internal Batch<S>? Next()
    {
        if (workers.Length == 0) return source.MoveNext() ? source.Current() : null;
        while (pending.Count < workers.Length * AheadPerWorker && source.MoveNext())
        {
            var result = new TaskCompletionSource<Batch<S>>(TaskCreationOptions.RunContinuationsAsynchronously);
            pending.Enqueue(result);
            work.Add((source.Current, result));
        }
        if (pending.Count == 0) return null;
        pending.Peek().Task.ContinueWith(_ => { }, TaskScheduler.Default).Wait(Interrupt.Source?.Invoke() ?? CancellationToken.None);
        return pending.Dequeue().Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        work.CompleteAdding();
        while (work.TryTake(out var abandoned)) abandoned.Result.SetCanceled();
        foreach (var worker in workers) worker.Join();
        foreach (var result in pending)
            if (result.Task.IsCompletedSuccessfully) result.Task.Result.Dispose();
            else _ = result.Task.Exception;
        work.Dispose();
        source.Dispose();
    }

    // libtorch keeps a number of threads for each thread, and the number last set for threads to come:
    // a worker takes one core only, and the caller's number is set again when all have begun.
    private void Start()
    {
        var threads = get_num_threads();
        using var begun = new CountdownEvent(workers.Length);
        foreach (var worker in workers) worker.Start(begun);
        begun.Wait();
        set_num_threads(threads);
    }

    private void Work(object? begun)
    {
        set_num_threads(1);
        ((CountdownEvent)begun!).Signal();
        foreach (var (make, result) in work.GetConsumingEnumerable())
        {
            try
            {
                result.SetResult(make());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        }
    }
}
