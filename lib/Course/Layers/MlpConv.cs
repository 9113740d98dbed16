using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>A convolution followed by a small network at each position: two 1 × 1 convolutions, all rectified (Lin et al. 2014, Eq. 2).</summary>
/// <remarks>The 1 × 1 convolutions are the paper's cascaded cross-channel parametric pooling (cccp).</remarks>
public sealed class MlpConv : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv, relu, cccp1, relu1, cccp2, relu2;

    /// <summary>From <paramref name="channels"/> maps to as many as the last of <paramref name="maps"/>.</summary>
    /// <param name="channels">Maps that come in.</param>
    /// <param name="maps">Maps of the convolution and of the two 1 × 1 convolutions.</param>
    /// <param name="kernel">Side of the convolution's kernel.</param>
    /// <param name="stride">Its stride.</param>
    /// <param name="padding">Its padding.</param>
    public MlpConv(long channels, (long Conv, long First, long Second) maps, long kernel, long stride = 1, long padding = 0) : base(nameof(MlpConv))
    {
        conv = Conv2d(channels, maps.Conv, kernel, stride, padding);
        relu = ReLU(inplace: true);
        cccp1 = Conv2d(maps.Conv, maps.First, 1);
        relu1 = ReLU(inplace: true);
        cccp2 = Conv2d(maps.First, maps.Second, 1);
        relu2 = ReLU(inplace: true);
        RegisterComponents();
    }

    /// <summary>[N, channels, H, W] → [N, maps.Second, H', W'], none negative.</summary>
    public override Tensor forward(Tensor x) => x.Through(conv, relu, cccp1, relu1, cccp2, relu2);
}
