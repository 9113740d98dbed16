using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Halves the side and adds maps without a bottleneck: a convolution with stride 2 beside a pooling (Szegedy et al. 2016, Fig. 10).</summary>
public sealed class GridReduction : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> convolution, pooling;
    private readonly Concat concat = new();

    /// <summary>From <paramref name="channels"/> maps to <paramref name="channels"/> + <paramref name="maps"/>.</summary>
    public GridReduction(long channels, long maps) : base(nameof(GridReduction))
    {
        convolution = new BasicConv2d(channels, maps, 3, stride: 2);
        pooling = MaxPool2d(3, stride: 2);
        RegisterComponents();
    }

    /// <summary>[N, C, H, W] → [N, C + maps, (H − 1) / 2, (W − 1) / 2].</summary>
    public override Tensor forward(Tensor x) => concat.Of(x, convolution, pooling);

    /// <summary>The cheap way (Fig. 9, left): pool first, then convolve what is left. The pooling is a representational bottleneck.</summary>
    public static Module<Tensor, Tensor> PoolFirst(long channels, long maps) =>
        Sequential(MaxPool2d(3, stride: 2), new BasicConv2d(channels, channels + maps, 1));

    /// <summary>The dear way (Fig. 9, right): convolve everything at full size, then pool.</summary>
    public static Module<Tensor, Tensor> ConvolveFirst(long channels, long maps) =>
        Sequential(new BasicConv2d(channels, channels + maps, 1), MaxPool2d(3, stride: 2));
}
