namespace TorchSharp;

/// <summary>Counts of one kind of object on one thread.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }
    public long DisposedOutsideScopeCount { get; internal set; }
    public long CreatedInScopeCount { get; internal set; }
    public long DisposedInScopeCount { get; internal set; }
    public long AttachedToScopeCount { get; internal set; }
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Created but not yet disposed.</summary>
    public long ThreadTotalLiveCount => CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount;

    internal void CountDisposed(bool inScope)
    {
        if (inScope) DisposedInScopeCount++;
        else DisposedOutsideScopeCount++;
    }

    public void Reset()
    {
        (CreatedOutsideScopeCount, DisposedOutsideScopeCount, CreatedInScopeCount) = (0, 0, 0);
        (DisposedInScopeCount, AttachedToScopeCount, DetachedFromScopeCount) = (0, 0, 0);
    }

    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; " +
        $"CreatedInScopeCount: {CreatedInScopeCount}; DisposedInScopeCount: {DisposedInScopeCount}; AttachedToScopeCount: {AttachedToScopeCount}; DetachedFromScopeCount: {DetachedFromScopeCount}";
}

/// <summary>Counts of tensors, of packed sequences, and of both together, on one thread.</summary>
public class ThreadDisposeScopeStatistics
{
    public LifetimeStatistics TensorStatistics { get; } = new();
    public LifetimeStatistics PackedSequenceStatistics { get; } = new();

    public long CreatedOutsideScopeCount => Both.CreatedOutsideScopeCount;
    public long DisposedOutsideScopeCount => Both.DisposedOutsideScopeCount;
    public long CreatedInScopeCount => Both.CreatedInScopeCount;
    public long DisposedInScopeCount => Both.DisposedInScopeCount;
    public long AttachedToScopeCount => Both.AttachedToScopeCount;
    public long DetachedFromScopeCount => Both.DetachedFromScopeCount;
    public long ThreadTotalLiveCount => Both.ThreadTotalLiveCount;

    private LifetimeStatistics Both => new()
    {
        CreatedOutsideScopeCount = TensorStatistics.CreatedOutsideScopeCount + PackedSequenceStatistics.CreatedOutsideScopeCount,
        DisposedOutsideScopeCount = TensorStatistics.DisposedOutsideScopeCount + PackedSequenceStatistics.DisposedOutsideScopeCount,
        CreatedInScopeCount = TensorStatistics.CreatedInScopeCount + PackedSequenceStatistics.CreatedInScopeCount,
        DisposedInScopeCount = TensorStatistics.DisposedInScopeCount + PackedSequenceStatistics.DisposedInScopeCount,
        AttachedToScopeCount = TensorStatistics.AttachedToScopeCount + PackedSequenceStatistics.AttachedToScopeCount,
        DetachedFromScopeCount = TensorStatistics.DetachedFromScopeCount + PackedSequenceStatistics.DetachedFromScopeCount,
    };

    public void Reset()
    {
        TensorStatistics.Reset();
        PackedSequenceStatistics.Reset();
    }

    public override string ToString() => Both.ToString();
}
