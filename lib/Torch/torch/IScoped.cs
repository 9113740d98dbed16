namespace TorchSharp;

/// <summary>What a scope owns: it knows which scope that is, and its place there.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? Scope { get; set; }
    int ScopeIndex { get; set; }

    /// <summary>Disposes without telling the scope, which is about to go.</summary>
    void DisposeFromScope();
}
