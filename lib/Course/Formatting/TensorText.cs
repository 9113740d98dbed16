using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>A tensor in words: shape, type, device, and its values where they are few.</summary>
public static class TensorText
{
    private const int MostValues = 400, MostColumns = 28;

    /// <summary>The text that a notebook shows.</summary>
    public static string Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.IsInvalid) return "a tensor that was disposed";
        var shape = tensor.shape;
        var head = $"[{string.Join(", ", shape)}] {tensor.dtype} on {tensor.device}{(tensor.requires_grad ? ", requires grad" : "")}";
        if (tensor.device_type == DeviceType.META || tensor.is_complex() || tensor.numel() == 0) return head;

        using var scope = NewDisposeScope();
        var values = tensor.detach().to(CPU).to(ScalarType.Float64).contiguous().data<double>().ToArray();
        if (shape.Length == 0) return $"{Number(values[0])}   {head}";
        if (values.Length > MostValues || shape[^1] > MostColumns) return head + Summary(tensor, values);
        return head + "\n" + Table(values, shape);
    }

    private static string Summary(Tensor tensor, double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var text = finite.Length == 0 ? "" : $"\nfrom {Number(finite.Min())} to {Number(finite.Max())}{(tensor.is_floating_point() ? $", mean {Number(finite.Average())}" : "")}";
        var odd = values.Length - finite.Length;
        return odd == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}, {odd:N0} not finite");
    }

    private static string Table(double[] values, long[] shape)
    {
        var cells = values.Select(Number).ToArray();
        var width = cells.Max(c => c.Length);
        var columns = (int)shape[^1];
        var rows = shape.Length > 1 ? (int)shape[^2] : 1;
        var text = new StringBuilder();
        foreach (var (row, line) in cells.Chunk(columns).Index())
        {
            if (row > 0 && row % rows == 0) text.Append('\n');
            text.AppendJoin("  ", line.Select(c => c.PadLeft(width))).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }

    private static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e9
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs(value) is >= 1e-3 and < 1e6 ? value.ToString("0.0000", CultureInfo.InvariantCulture) : value.ToString("0.000e+0", CultureInfo.InvariantCulture);
}
