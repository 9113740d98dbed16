
namespace TorchSharp;

/// <summary>Disposes, at its end, every tensor that was born inside it and neither moved out nor detached.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic] private static DisposeScope? current;

    private readonly List<IDisposable> items = [];
    private bool disposed;

    internal DisposeScope()
    {
        OuterScope = current;
        current = this;
    }

    internal static DisposeScope? Current => current;

    internal DisposeScope? OuterScope { get; }

    public IReadOnlyList<IDisposable> DisposablesView => items.ToArray();
    public int DisposablesCount => items.Count;

    public bool Contains(IDisposable disposable) =>
        disposable is torch.Tensor t ? t.Scope == this : items.Contains(disposable);

    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor) Adopt(tensor);
        else if (!items.Contains(disposable)) items.Add(disposable);
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
        Remove(disposable);
        scope?.Attach(disposable);
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
        disposed = true;
        for (var k = items.Count - 1; k >= 0; k--)
        {
            if (items[k] is torch.Tensor tensor) tensor.DisposeFromScope();
            else items[k].Dispose();
        }
        items.Clear();
        if (current == this) current = OuterScope;
    }

    internal void Adopt(torch.Tensor tensor)
    {
        if (tensor.Scope == this) return;
        tensor.Scope?.Remove(tensor);
        tensor.Scope = this;
        tensor.ScopeIndex = items.Count;
        items.Add(tensor);
    }

    // The last item takes the freed place, so that leaving costs the same however long the scope lives.
    internal void Remove(IDisposable disposable)
    {
        var index = disposable is torch.Tensor t ? (t.Scope == this ? t.ScopeIndex : -1) : items.IndexOf(disposable);
        if (index < 0) return;
        var last = items[^1];
        items[index] = last;
        if (last is torch.Tensor moved) moved.ScopeIndex = index;
        items.RemoveAt(items.Count - 1);
        if (disposable is torch.Tensor tensor) tensor.Scope = null;
    }
}
