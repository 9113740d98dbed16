using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>
/// Batches of a data set, in the sampler's order. With more than one worker, that many threads make batches ahead; what comes
/// out depends on the seed alone, not on their number: random transforms draw from a generator of their sample's own.
/// </summary>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    private readonly int? seed;

    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count), device, num_worker,
            drop_last, disposeBatch, disposeDataset) => this.seed = seed;

    public Dataset<T> dataset { get; }
    public int batch_size { get; }
    public bool drop_last { get; }
    public IEnumerable<long> sampler { get; }
    public int num_workers { get; }
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }
    public Device Device { get; }
    public bool DisposeBatch { get; }
    public bool DisposeDataset { get; }

    /// <summary>Number of batches.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count - 1) / batch_size + 1;

    public IEnumerator<S> GetEnumerator()
    {
        using var pipeline = new BatchPipeline<S>(num_workers, Batches().GetEnumerator());
        while (pipeline.Next() is { } batch)
        {
            try
            {
                yield return batch.Value;
            }
            finally
            {
                if (DisposeBatch) batch.Dispose();
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    // One function a batch, to be run on whichever thread; the sampler itself is asked on the caller's thread only.
    private IEnumerable<Func<Batch<S>>> Batches()
    {
        var epochSeed = seed ?? CnnCourse.Torch.SampleRandom.NewSeed();
        var position = 0L;
        foreach (var indices in sampler.Chunk(batch_size))
        {
            if (drop_last && indices.Length < batch_size) yield break;
            var first = position;
            position += indices.Length;
            yield return () => Make(indices, epochSeed, first);
        }
    }

    private Batch<S> Make(long[] indices, long epochSeed, long first)
    {
        using var samples = NewDisposeScope();
        var items = new T[indices.Length];
        for (var k = 0; k < items.Length; k++)
        {
            using var random = CnnCourse.Torch.SampleRandom.Begin(epochSeed, first + k);
            items[k] = dataset.GetTensor(indices[k]);
        }
        using var collated = NewDisposeScope();
        var value = collate_fn(items, Device);
        var owned = collated.DisposablesView;
        collated.Detach(owned);
        return new Batch<S>(value, owned);
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var k = 0L; k < count; k++) yield return k;
    }
}
