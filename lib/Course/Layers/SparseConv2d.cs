using CnnCourse.Arithmetic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Layers;

/// <summary>A convolution in which each output map sees only the input maps that a table names (LeCun et al. 1998, Table I).</summary>
public sealed class SparseConv2d : nn.Module<Tensor, Tensor>, ICountedLayer
{
    private readonly Parameter planes, bias;
    private readonly Tensor places;   // where in the full kernel, [outputs · inputs, k, k], each plane stands
    private readonly int[][] table;
    private readonly long inputs, kernel;

    /// <summary>One k×k plane of weights for each connected pair of maps, one bias for each output map.</summary>
    /// <param name="inputs">Input maps.</param>
    /// <param name="kernel">Side of the square kernels.</param>
    /// <param name="table">For each output map, the input maps that it sees.</param>
    public SparseConv2d(long inputs, long kernel, int[][] table) : base(nameof(SparseConv2d))
    {
        (this.inputs, this.kernel, this.table) = (inputs, kernel, table);
        planes = nn.Parameter(empty(table.Sum(row => row.Length), kernel, kernel));
        bias = nn.Parameter(empty(table.Length));
        places = tensor(table.SelectMany((row, map) => row.Select(input => map * inputs + input)).ToArray(), device: get_default_device());
        Reset();
        RegisterComponents();
    }

    // Units of different output maps have different numbers of inputs, so each map has its own range.
    private void Reset()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var first = 0L;
        foreach (var (map, row) in table.Index())
        {
            FanIn.Uniform(row.Length * kernel * kernel, planes.narrow(0, first, row.Length), bias.narrow(0, map, 1));
            first += row.Length;
        }
    }

    /// <summary>The planes in their places, zeros elsewhere: [outputs, inputs, k, k].</summary>
    public Tensor FullKernel()
    {
        using var scope = NewDisposeScope();
        var empty = zeros([table.Length * inputs, kernel, kernel], planes.dtype, planes.device);
        return empty.index_copy(0, places, planes).view(table.Length, inputs, kernel, kernel).MoveToOuterDisposeScope();
    }

    /// <summary>[N, inputs, H, W] → [N, outputs, H-k+1, W-k+1].</summary>
    public override Tensor forward(Tensor input)
    {
        using var weight = FullKernel();
        return conv2d(input, weight, bias);
    }

    /// <inheritdoc/>
    public LayerCount Count(long[] input, long[] output)
    {
        var links = table.Sum(row => row.Length) * kernel * kernel * output[1] * output[2];
        var groups = table.GroupBy(row => row.Length).Select(g => $"{g.Count()}·({g.Key}·{kernel}·{kernel}+1)");
        var formula = string.Join(" + ", groups);
        return new(links + table.Length * output[1] * output[2], links, new(kernel), new(kernel))
        {
            ParamsFormula = formula,
            ConnectionsFormula = $"({formula})·{output[1]}·{output[2]}",
        };
    }
}
