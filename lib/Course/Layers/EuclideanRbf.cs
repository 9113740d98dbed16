using CnnCourse.Arithmetic;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>Euclidean radial basis functions with fixed centres: y_i = Σ_j (x_j - w_ij)² (LeCun et al. 1998, Eq. 7).</summary>
/// <remarks>The smallest output is the answer: it is a penalty, the distance to the class's code.</remarks>
public sealed class EuclideanRbf : nn.Module<Tensor, Tensor>, ICountedLayer
{
    private readonly Tensor codes;

    /// <summary>One unit for each code.</summary>
    /// <param name="codes">[classes, length], of -1 and +1.</param>
    public EuclideanRbf(float[,] codes) : base(nameof(EuclideanRbf))
    {
        ArgumentNullException.ThrowIfNull(codes);
        this.codes = tensor(codes, device: get_default_device());
        RegisterComponents();
    }

    /// <summary>The centres, [classes, length].</summary>
    public Tensor Codes => codes;

    /// <summary>[..., length] → [..., classes].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return (input.unsqueeze(-2) - codes).pow(2).sum(-1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public LayerCount Count(long[] input, long[] output)
    {
        var length = input[^1];
        var units = output.Aggregate(1L, (product, n) => product * n);
        return new(length * units, length * units, Window.Point, Window.Point)
        {
            SeesAll = output.Length == 1,
            ParamsFormula = "0",
            ConnectionsFormula = $"{length}·{string.Join('·', output)}",
        };
    }
}
