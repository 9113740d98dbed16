namespace TorchSharp;

/// <summary>A thread's scopes, and how many tensors were born, moved and disposed on it.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? here;

    private readonly ThreadDisposeScopeStatistics statistics = new();

    internal static DisposeScopeManager Here => here ??= new();

    /// <summary>This thread's counts.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Here.statistics;

    internal DisposeScope? Current { get; set; }

    internal LifetimeStatistics Of(IScoped item) => item is torch.Tensor ? OfTensors : OfPackedSequences;

    internal LifetimeStatistics OfTensors => statistics.TensorStatistics;

    internal LifetimeStatistics OfPackedSequences => statistics.PackedSequenceStatistics;

    internal void Born(IScoped item, LifetimeStatistics kind)
    {
        if (Current is { } scope)
        {
            scope.Adopt(item);
            kind.CreatedInScopeCount++;
        }
        else kind.CreatedOutsideScopeCount++;
    }

    /// <summary>Takes a scope out of the chain, wherever it is.</summary>
    internal void Remove(DisposeScope scope)
    {
        if (Current == scope)
        {
            Current = scope.OuterScope;
            return;
        }
        for (var inner = Current; inner is not null; inner = inner.OuterScope)
            if (inner.OuterScope == scope) inner.OuterScope = scope.OuterScope;
    }
}
