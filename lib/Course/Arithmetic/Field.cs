using System.Globalization;

namespace CnnCourse.Arithmetic;

/// <summary>A receptive field in the plane: one along each axis.</summary>
public readonly record struct Field(ReceptiveField Vertical, ReceptiveField Horizontal)
{
    /// <summary>What a pixel sees: itself.</summary>
    public static Field OfPixel { get; } = new(ReceptiveField.OfPixel, ReceptiveField.OfPixel);

    /// <summary>The longer side, in pixels.</summary>
    public double Size => Math.Max(Vertical.Size, Horizontal.Size);

    /// <summary>The longer stride, in pixels.</summary>
    public double Stride => Math.Max(Vertical.Stride, Horizontal.Stride);

    /// <summary>The field one layer further.</summary>
    public Field Through(Window vertical, Window horizontal) => new(Vertical.Through(vertical), Horizontal.Through(horizontal));

    /// <summary>The field where two branches meet.</summary>
    public Field Or(Field other) => new(Vertical.Or(other.Vertical), Horizontal.Or(other.Horizontal));

    /// <summary>The size in words: <c>11</c>, or <c>3×7</c> where the sides differ.</summary>
    public string SizeText => Vertical.Size == Horizontal.Size ? Number(Size) : $"{Number(Vertical.Size)}×{Number(Horizontal.Size)}";

    /// <summary>The stride in words.</summary>
    public string StrideText => Vertical.Stride == Horizontal.Stride ? Number(Stride) : $"{Number(Vertical.Stride)}×{Number(Horizontal.Stride)}";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
