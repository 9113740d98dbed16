namespace CnnCourse.Torch;

/// <summary>The ambient token that ends a loop of tensor calls: the next operator throws.</summary>
public static class Interrupt
{
    /// <summary>Gives the token that every operator looks at before it runs; null, as at first, for none.</summary>
    public static Func<CancellationToken>? Source { get; set; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static void ThrowIfRequested() => Source?.Invoke().ThrowIfCancellationRequested();
}
