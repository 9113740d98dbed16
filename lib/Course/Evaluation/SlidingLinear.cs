using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Evaluation;

/// <summary>A linear layer as the convolution that it is: its weights, shared, slide over a larger map.</summary>
public sealed class SlidingLinear : Module<Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly long channels, side;

    /// <summary>The layer that was trained on <paramref name="side"/> × <paramref name="side"/> maps.</summary>
    public SlidingLinear(Linear linear, long side = 1) : base(nameof(SlidingLinear))
    {
        (this.linear, this.side) = (linear, side);
        channels = linear.in_features / (side * side);
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, units, H − side + 1, W − side + 1].</summary>
    public override Tensor forward(Tensor x)
    {
        using var kernel = linear.weight.view(linear.out_features, channels, side, side);
        return functional.conv2d(x, kernel, linear.bias);
    }
}
