namespace CnnCourse.Torch;

/// <summary>The ambient token that ends a loop of tensor calls: the next operator throws.</summary>
public static class Interrupt
{
    private static CancellationToken token;

    /// <summary>The token that every operator looks at before it runs; <see cref="CancellationToken.None"/> at first.</summary>
    public static CancellationToken Token
    {
        get => token;
        set => token = value;
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static void ThrowIfRequested() => token.ThrowIfCancellationRequested();
}
