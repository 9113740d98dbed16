using System.Globalization;
using System.Numerics;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Writes a tensor's elements as text in TorchSharp's three layouts.</summary>
internal sealed class TensorPrinter : IDisposable
{
    private const string Ellipsis = "...";

    private readonly Tensor elements;
    private readonly string head;
    private readonly string format;
    private readonly CultureInfo culture;
    private readonly string newLine;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly ScalarType dtype;

    internal TensorPrinter(Tensor tensor, string format, CultureInfo culture, string newLine)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        elements = tensor.detach().to_dense().cpu().resolve_conj().resolve_neg().contiguous().Materialized().DetachFromDisposeScope();
        (head, this.format, this.culture, this.newLine) = (Metadata(tensor), format, culture, newLine);
        (shape, strides, dtype) = (elements.shape, elements.stride(), elements.dtype);
    }

    public void Dispose() => elements.Dispose();

    internal static string Metadata(Tensor tensor) =>
        $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>Rows of aligned columns; beyond two dimensions one block for each leading index.</summary>
    internal string Julia(int width)
    {
        var text = new StringBuilder(head);
        switch (shape.Length)
        {
            case 0:
                return text.Append(", value = ").Append(Element(0)).ToString();
            case 1:
                Rows(text.Append(newLine), 0, 1, shape[0], width);
                return text.ToString();
            case 2:
                Rows(text.Append(newLine), 0, shape[0], shape[1], width);
                return text.ToString();
        }
        var (rows, columns) = (shape[^2], shape[^1]);
        var blocks = shape[..^2].TotalSize();
        for (long block = 0; block < blocks; block++)
        {
            text.Append(newLine).Append('[').AppendJoin(',', Indices(block)).Append(",..,..] =").Append(newLine);
            Rows(text, block * rows * columns, rows, columns, width);
        }
        return text.ToString();
    }

    /// <summary>Nested brackets, long dimensions cut in the middle.</summary>
    internal string Numpy()
    {
        var text = new StringBuilder();
        Nested(text, 0, 0, new Brackets('[', ']', "", depth => string.Concat(Enumerable.Repeat(newLine, shape.Length - depth - 1))));
        return text.ToString();
    }

    /// <summary>A C# array expression.</summary>
    internal string CSharp()
    {
        var (name, suffix) = dtype switch
        {
            ScalarType.Bool => ("bool", ""),
            ScalarType.Byte => ("byte", ""),
            ScalarType.Int8 => ("sbyte", ""),
            ScalarType.Int16 => ("short", ""),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Float16 => ("float16", "f"),
            ScalarType.BFloat16 => ("bfloat16", "f"),
            ScalarType.Float32 => ("float", "f"),
            ScalarType.Float64 => ("double", ""),
            ScalarType.ComplexFloat32 => ("complex32", ""),
            _ => ("complex64", ""),
        };
        var text = new StringBuilder(head).Append(", value = ");
        if (shape.Length == 0) return text.Append(Element(0)).ToString();
        if (shape.Length > 1) text.Append(newLine);
        text.Append(name).Append(" [").Append(',', shape.Length - 1).Append("] ");
        Nested(text, 0, 0, new Brackets('{', '}', suffix, _ => "," + newLine));
        return text.ToString();
    }

    private sealed record Brackets(char Open, char Close, string Suffix, Func<int, string> Between)
    {
        internal bool IsCSharp => Open == '{';
    }

    private void Nested(StringBuilder text, int depth, long offset, Brackets style)
    {
        if (shape.Length == 0)
        {
            text.Append(Element(0));
            return;
        }
        var outermost = style.IsCSharp && depth == 0 && shape.Length > 1;
        text.Append(style.Open);
        if (outermost) text.Append(newLine).Append(' ');
        if (depth == shape.Length - 1) Line(text, offset, style);
        else Lines(text, depth, offset, style);
        if (outermost) text.Append(newLine);
        text.Append(style.Close);
    }

    private void Line(StringBuilder text, long offset, Brackets style)
    {
        var count = shape[^1];
        var (first, last) = Shown(count, maxColumns);
        for (long k = 0; k < count; k++)
        {
            if (k == first && first < last)
            {
                text.Append(Ellipsis).Append(' ');
                k = last;
            }
            text.Append(Element(offset + k)).Append(style.Suffix);
            if (k < count - 1) text.Append(", ");
        }
    }

    private void Lines(StringBuilder text, int depth, long offset, Brackets style)
    {
        var count = shape[depth];
        var (first, last) = Shown(count, maxRows);
        var between = style.Between(depth);
        for (long k = 0; k < count; k++)
        {
            if (k == first && first < last)
            {
                text.Append(' ', depth).Append(' ').Append(Ellipsis).Append(style.IsCSharp ? newLine : between);
                k = last;
            }
            if (k > 0) text.Append(' ', depth + 1);
            Nested(text, depth + 1, offset + k * strides[depth], style);
            if (k < count - 1) text.Append(between);
        }
    }

    // Elements from first up to last are left out.
    private static (long first, long last) Shown(long count, int most) =>
        count <= most ? (count, count) : (most - most / 2, count - most / 2);

    private void Rows(StringBuilder text, long offset, long rows, long columns, int width)
    {
        var cells = new List<List<string>>();
        for (long r = 0; r < rows; r++) cells.Add(Row(offset + r * columns, columns, width));
        var shown = cells.Count == 0 ? 0 : cells.Min(row => row.Count);
        var widths = Enumerable.Range(0, shown).Select(c => cells.Max(row => row[c].Length)).ToArray();
        foreach (var row in cells)
        {
            for (var c = 0; c < shown; c++) text.Append(' ').Append(row[c].PadLeft(widths[c]));
            if (shown < columns) text.Append(' ').Append(Ellipsis);
            text.Append(newLine);
        }
    }

    private List<string> Row(long offset, long columns, int width)
    {
        var row = new List<string>();
        for (long c = 0; c < columns; c++)
        {
            var cell = Element(offset + c);
            if (width - cell.Length - Ellipsis.Length - 1 < 0) break;
            row.Add(cell);
            width -= cell.Length + 1;
        }
        return row;
    }

    private long[] Indices(long block)
    {
        var indices = new long[shape.Length - 2];
        for (var d = indices.Length - 1; d >= 0; d--) (block, indices[d]) = Math.DivRem(block, shape[d]);
        return indices;
    }

    private string Element(long k) => dtype switch
    {
        ScalarType.Bool => At<bool>(k).ToString(culture),
        ScalarType.Byte => At<byte>(k).ToString(CultureInfo.CurrentCulture),
        ScalarType.Int8 => At<sbyte>(k).ToString(CultureInfo.CurrentCulture),
        ScalarType.Int16 => At<short>(k).ToString(CultureInfo.CurrentCulture),
        ScalarType.Int32 => At<int>(k).ToString(CultureInfo.CurrentCulture),
        ScalarType.Int64 => At<long>(k).ToString(CultureInfo.CurrentCulture),
        ScalarType.Float16 => ((float)At<Half>(k)).ToString(format, culture),
        ScalarType.BFloat16 => At<BFloat16>(k).ToSingle().ToString(format, culture),
        ScalarType.Float32 => At<float>(k).ToString(format, culture),
        ScalarType.Float64 => At<double>(k).ToString(format, culture),
        ScalarType.ComplexFloat32 when At<(float Real, float Imaginary)>(k) is var (real, imaginary) =>
            Pair(real != 0, imaginary != 0, real.ToString(format, culture), imaginary.ToString(format, culture)),
        ScalarType.ComplexFloat64 when At<Complex>(k) is var z =>
            Pair(z.Real != 0, z.Imaginary != 0, z.Real.ToString(format, culture), z.Imaginary.ToString(format, culture)),
        _ => "?",
    };

    private static string Pair(bool hasReal, bool hasImaginary, string real, string imaginary) =>
        !hasImaginary ? real : hasReal ? $"{real}+{imaginary}i" : imaginary + "i";

    private unsafe T At<T>(long k) where T : unmanaged => ((T*)elements.Address)[k];
}
