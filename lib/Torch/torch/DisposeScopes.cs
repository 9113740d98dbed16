namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope on this thread; dispose it where the tensors born in it may go.</summary>
    public static DisposeScope NewDisposeScope() => new(DisposeScopeManager.Here);

    /// <summary>Runs a function in a scope of its own; its result moves out.</summary>
    public static T WrappedTensorDisposeScope<T>(Func<T> expr) where T : IDisposable
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}

public static partial class TensorExtensionMethods
{
    public static T MoveToOuterDisposeScope<T>(this T disposable) where T : IDisposable
    {
        var scope = disposable is IScoped scoped ? scoped.Scope : DisposeScope.Current;
        return scope is null ? disposable : scope.MoveToOuter(disposable);
    }

    public static T DetachFromDisposeScope<T>(this T disposable) where T : IDisposable
    {
        var scope = disposable is IScoped scoped ? scoped.Scope : DisposeScope.Current;
        return scope is null ? disposable : scope.Detach(disposable);
    }
}
