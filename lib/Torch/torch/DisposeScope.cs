
namespace TorchSharp;

/// <summary>Disposes, at its end, every tensor that was born inside it and neither moved out nor detached.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private readonly List<IDisposable> items = [];
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        OuterScope = manager.Current;
        manager.Current = this;
    }

    internal static DisposeScope? Current => DisposeScopeManager.Here.Current;

    internal DisposeScope? OuterScope { get; set; }

    public IReadOnlyList<IDisposable> DisposablesView => Items.ToArray();
    public int DisposablesCount => Items.Count;

    private List<IDisposable> Items => disposed ? throw new ObjectDisposedException(nameof(DisposeScope)) : items;

    public bool Contains(IDisposable disposable) =>
        disposable is IScoped scoped ? scoped.Scope == this : items.Contains(disposable);

    public void Attach(IDisposable disposable)
    {
        if (disposable is not IScoped scoped)
        {
            if (!Items.Contains(disposable)) items.Add(disposable);
        }
        else if (scoped.Scope != this)
        {
            Adopt(scoped);
            manager.Of(scoped).AttachedToScopeCount++;
        }
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        list.ForEach(Attach);
        return list;
    }

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (!Remove(disposable)) return disposable;
        if (disposable is IScoped scoped)
        {
            if (scope is null) manager.Of(scoped).DetachedFromScopeCount++;
            else scope.Adopt(scoped);
        }
        else scope?.items.Add(disposable);
        return disposable;
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToArray()) MoveToOther<IDisposable>(scope, disposable);
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (Detach(first), Detach(second), Detach(third));

    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Forgets a disposable that somebody else has disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        for (var k = items.Count - 1; k >= 0; k--)
            if (k < items.Count && !keep.Contains(items[k])) items[k].Dispose();
    }

    public void Dispose()
    {
        if (disposed) return;
        for (var k = items.Count - 1; k >= 0; k--)
        {
            if (items[k] is IScoped scoped) scoped.DisposeFromScope();
            else items[k].Dispose();
        }
        items.Clear();
        disposed = true;
        manager.Remove(this);
    }

    internal void Adopt(IScoped item)
    {
        if (item.Scope == this) return;
        item.Scope?.Remove(item);
        item.Scope = this;
        item.ScopeIndex = items.Count;
        items.Add(item);
    }

    // The last item takes the freed place, so that leaving costs the same however long the scope lives.
    internal bool Remove(IDisposable disposable)
    {
        var scoped = disposable as IScoped;
        var index = scoped is null ? items.IndexOf(disposable) : scoped.Scope == this ? scoped.ScopeIndex : -1;
        if (index < 0) return false;
        var last = items[^1];
        items[index] = last;
        if (last is IScoped moved) moved.ScopeIndex = index;
        items.RemoveAt(items.Count - 1);
        if (scoped is not null) scoped.Scope = null;
        return true;
    }
}
