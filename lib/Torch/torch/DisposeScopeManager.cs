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

    internal LifetimeStatistics Of(IScoped item) => item is torch.Tensor ? statistics.TensorStatistics : statistics.PackedSequenceStatistics;

    internal void Born(IScoped item)
    {
        if (Current is { } scope)
        {
            scope.Adopt(item);
            Of(item).CreatedInScopeCount++;
        }
        else Of(item).CreatedOutsideScopeCount++;
    }

    internal void Disposed(IScoped item, bool inScope)
    {
        if (inScope) Of(item).DisposedInScopeCount++;
        else Of(item).DisposedOutsideScopeCount++;
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
