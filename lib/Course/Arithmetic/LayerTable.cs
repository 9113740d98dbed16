using static TorchSharp.torch;

namespace CnnCourse.Arithmetic;

/// <summary>The arithmetic of a network, layer by layer, for one image of a given shape.</summary>
/// <example><code>LayerTable.Of(() => ModelZoo.Create("lenet5"), 1, 32, 32).Total.Params</code></example>
public sealed partial class LayerTable
{
    internal LayerTable(string model, IReadOnlyList<long> input, IReadOnlyList<LayerRow> rows, IReadOnlyList<long> output, Field field)
    {
        Model = model;
        Input = input;
        Rows = rows;
        Total = new("total", model, output, rows.Sum(r => r.Params), rows.Sum(r => r.Connections), rows.Sum(r => r.Macs), rows.Sum(r => r.MemoryBytes), field);
    }

    /// <summary>Name of the network.</summary>
    public string Model { get; }

    /// <summary>Shape of the image, without the batch axis.</summary>
    public IReadOnlyList<long> Input { get; }

    /// <summary>The layers, in the order in which the image passes them.</summary>
    public IReadOnlyList<LayerRow> Rows { get; }

    /// <summary>The sums; its output and receptive field are the network's.</summary>
    public LayerRow Total { get; }

    /// <summary>Learned layers on the longest way from the image to the output: convolutions and linear layers, not normalisation.</summary>
    public int Depth { get; internal init; }

    /// <summary>The row of a layer, by its path in the network.</summary>
    public LayerRow this[string layer] => Rows.FirstOrDefault(r => r.Layer == layer)
        ?? throw new KeyNotFoundException($"{Model} has no layer '{layer}'; it has {string.Join(", ", Rows.Select(r => r.Layer))}");

    /// <summary>Parameters of all layers of a type: "Conv2d", "Linear".</summary>
    public long ParamsOf(string type) => Rows.Where(r => r.Type == type).Sum(r => r.Params);

    /// <summary>Counts a network. One built with <see cref="Hollow"/> computes nothing; any other runs one blank image.</summary>
    /// <param name="model">Any tree of modules, a learner's own among them.</param>
    /// <param name="input">Shape of the image without the batch axis: 1, 32, 32.</param>
    /// <exception cref="ArgumentException">The network does not take that shape; the message names the layer that failed.</exception>
    public static LayerTable Of(nn.Module<Tensor, Tensor> model, params long[] input)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length == 0 || input.Any(n => n <= 0))
            throw new ArgumentException($"an image shape is channels, height and width, for example 1, 32, 32; given: {string.Join(", ", input)}", nameof(input));
        return Trace.Run(model, input);
    }

    /// <summary>Counts a network without allocating its weights.</summary>
    public static LayerTable Of(Func<nn.Module<Tensor, Tensor>> build, params long[] input)
    {
        using var model = Hollow.Build(build);
        return Of(model, input);
    }
}
