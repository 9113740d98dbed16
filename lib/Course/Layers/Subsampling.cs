using CnnCourse.Arithmetic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Layers;

/// <summary>Trainable subsampling: the sum of 2×2 units, times one coefficient, plus one bias per map (LeCun et al. 1998, section II-B).</summary>
/// <remarks>The squashing function comes after it, in the network.</remarks>
public sealed class Subsampling : nn.Module<Tensor, Tensor>, ICountedLayer
{
    private const long Side = 2;

    private readonly Parameter coefficient, bias;

    /// <summary>A layer for <paramref name="maps"/> feature maps.</summary>
    public Subsampling(long maps) : base(nameof(Subsampling))
    {
        coefficient = nn.Parameter(empty(maps, 1, 1));
        bias = nn.Parameter(empty(maps, 1, 1));
        FanIn.Uniform(Side * Side, coefficient, bias);
        RegisterComponents();
    }

    /// <summary>[N, maps, H, W] → [N, maps, H/2, W/2].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sum = avg_pool2d(input, Side, divisor_override: 1);
        return (sum * coefficient + bias).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public LayerCount Count(long[] input, long[] output)
    {
        var (maps, units) = (output[0], output[1] * output[2]);
        var window = new Window(Side, Side);
        return new(maps * units * (Side * Side + 1), maps * units, window, window)
        {
            ParamsFormula = $"(1+1)·{maps}",
            ConnectionsFormula = $"(2·2+1)·{maps}·{output[1]}·{output[2]}",
        };
    }
}
