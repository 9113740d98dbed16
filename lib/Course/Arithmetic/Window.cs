namespace CnnCourse.Arithmetic;

/// <summary>How a layer reads its input along one axis: a kernel that slides.</summary>
/// <param name="Kernel">Inputs under the kernel.</param>
/// <param name="Stride">Inputs from one output's kernel to the next one's.</param>
/// <param name="Padding">Inputs added before the first.</param>
/// <param name="Dilation">Inputs from one tap of the kernel to the next.</param>
public readonly record struct Window(long Kernel, long Stride = 1, long Padding = 0, long Dilation = 1)
{
    /// <summary>One input to one output: activations, normalisation, 1×1 convolutions.</summary>
    public static Window Point { get; } = new(1);

    /// <summary>True where the stride divides the grid instead of multiplying it (transposed convolution, enlarging).</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Inputs from the kernel's first tap to its last, both counted.</summary>
    public long Reach => Dilation * (Kernel - 1) + 1;

    /// <summary>Outputs along an axis of <paramref name="input"/> elements, padded equally at both ends.</summary>
    public long Output(long input) => IsTransposed
        ? (input - 1) * Stride - 2 * Padding + Reach
        : (long)Math.Floor((input + 2 * Padding - Reach) / (double)Stride) + 1;
}
