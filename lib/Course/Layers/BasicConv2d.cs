using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Convolution, batch normalisation, ReLU; or convolution with a bias and ReLU, as before 2015.</summary>
public sealed class BasicConv2d : Module<Tensor, Tensor>
{
    /// <summary>Keeps 1 / sqrt(variance + epsilon) bounded; TensorFlow's value, which the published weights expect.</summary>
    public const double Epsilon = 0.001;

    private readonly Conv2d conv;
    private readonly BatchNorm2d? bn;
    private readonly ReLU relu;

    /// <summary>A square kernel.</summary>
    public BasicConv2d(long channels, long maps, long kernel, long stride = 1, long padding = 0, bool normalised = true)
        : this(channels, maps, (kernel, kernel), stride, (padding, padding), normalised)
    {
    }

    /// <summary>A kernel of any height and width, such as 1 × 7.</summary>
    public BasicConv2d(long channels, long maps, (long, long) kernel, long stride, (long, long) padding, bool normalised = true)
        : base(nameof(BasicConv2d))
    {
        conv = Conv2d(channels, maps, kernel, (stride, stride), padding, bias: !normalised);
        bn = normalised ? BatchNorm2d(maps, eps: Epsilon) : null;
        relu = ReLU(inplace: true);
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, maps, H', W'], none negative.</summary>
    public override Tensor forward(Tensor x) => x.Through(conv, bn, relu);
}
