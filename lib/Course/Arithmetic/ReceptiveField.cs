using System.Globalization;

namespace CnnCourse.Arithmetic;

/// <summary>The pixels of the input that a layer's units can see, along one axis.</summary>
/// <param name="Size">Pixels that one unit sees.</param>
/// <param name="Stride">Pixels from one unit's field to its neighbour's.</param>
/// <param name="Start">First pixel of the first unit's field; negative where padding begins it outside the image.</param>
/// <example><code>ReceptiveField.OfPixel.Through(new(5)).Through(new(2, 2)).Size   // 6</code></example>
public readonly record struct ReceptiveField(double Size, double Stride, double Start)
{
    /// <summary>What a pixel of the input sees: itself.</summary>
    public static ReceptiveField OfPixel { get; } = new(1, 1, 0);

    /// <summary>Middle of the first unit's field, in pixels from the middle of the first pixel.</summary>
    public double Offset => Start + (Size - 1) / 2;

    /// <summary>The field one layer further: r + (k - 1)·j, where j is the stride so far.</summary>
    public ReceptiveField Through(Window window) => window.IsTransposed ? Enlarged(window) : new(
        Size + (window.Reach - 1) * Stride,
        Stride * window.Stride,
        Start - window.Padding * Stride);

    /// <summary>The field of a unit that sees what both see, as where branches meet.</summary>
    public ReceptiveField Or(ReceptiveField other)
    {
        var start = Math.Min(Start, other.Start);
        return new(Math.Max(Start + Size, other.Start + other.Size) - start, Math.Max(Stride, other.Stride), start);
    }

    // An output of a transposed convolution is reached by every stride-th tap of the kernel.
    private ReceptiveField Enlarged(Window window)
    {
        var taps = (window.Reach + window.Stride - 1) / window.Stride;
        return new(Size + (taps - 1) * Stride, Stride / window.Stride,
            Start - Math.Floor((window.Reach - 1 - window.Padding) / (double)window.Stride) * Stride);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size} / {Stride}");
}
