using System.Collections.Concurrent;
using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims;

/// <summary>The layer tables that the claims are counted from.</summary>
internal static class Counted
{
    private static readonly ConcurrentDictionary<string, LayerTable> networks = new();

    /// <summary>A network of the zoo on its usual input, counted once.</summary>
    public static LayerTable Network(string name) => networks.GetOrAdd(name, _ =>
    {
        var entry = ModelZoo.Find(name);
        return LayerTable.Of(entry.Build, entry.Input);
    });

    /// <summary>A few layers, counted as a whole.</summary>
    public static LayerRow Stack(Func<Module<Tensor, Tensor>> build, params long[] input) => LayerTable.Of(build, input).Total;

    /// <summary>A convolution without bias that keeps the side, on a small map.</summary>
    public static LayerRow Weights(long channels, long maps, (long Height, long Width) kernel) => Stack(
        () => Conv2d(channels, maps, kernel, (1, 1), (kernel.Height / 2, kernel.Width / 2), bias: false), channels, kernel.Height, kernel.Width);

    /// <summary>The same with a square kernel.</summary>
    public static LayerRow Weights(long channels, long maps, long kernel) => Weights(channels, maps, (kernel, kernel));

    public static LayerRow[] Convolutions(this LayerTable table) => table.OfType(nameof(Conv2d));

    public static LayerRow[] Pools(this LayerTable table) => table.OfType(nameof(MaxPool2d));

    public static LayerRow[] Linears(this LayerTable table) => table.OfType(nameof(Linear));

    public static LayerRow[] OfType(this LayerTable table, string type) => [.. table.Rows.Where(row => row.Type == type)];

    /// <summary>Convolutions and linear layers.</summary>
    public static LayerRow[] Learned(this LayerTable table) => [.. table.Rows.Where(row => row.Type is nameof(Conv2d) or nameof(Linear))];

    /// <summary>The first layer whose path begins so.</summary>
    public static LayerRow First(this LayerTable table, string path) => table.Rows.First(row => row.Layer.StartsWith(path, StringComparison.Ordinal));

    public static long Params(this IEnumerable<LayerRow> rows) => rows.Sum(row => row.Params);

    /// <summary>Height times width.</summary>
    public static double Area(this LayerRow row) => row.Output[1] * row.Output[2];

    public static double Percent(double part, double whole) => 100 * part / whole;

    /// <summary>Bytes of a file of 32-bit weights.</summary>
    public static double FileBytes(this LayerTable table) => sizeof(float) * table.Total.Params;

    public static double Mebibytes(double bytes) => bytes / (1 << 20);
}
