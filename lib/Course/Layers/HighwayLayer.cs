using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>y = H(x) · T(x) + x · (1 − T(x)): a layer that learns how much of its input to pass on (Srivastava et al. 2015, Eq. 3).</summary>
public sealed class HighwayLayer : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> transform, relu, gate, sigmoid;

    private HighwayLayer(Module<Tensor, Tensor> transform, Module<Tensor, Tensor> gate) : base(nameof(HighwayLayer))
    {
        (this.transform, this.gate) = (transform, gate);
        relu = ReLU(inplace: true);
        sigmoid = Sigmoid();
        RegisterComponents();
    }

    /// <summary>Fully connected, on [N, units].</summary>
    /// <param name="units">Units in and out.</param>
    /// <param name="gateBias">Below 0, so that a fresh layer mostly carries its input.</param>
    public static HighwayLayer Full(long units, double gateBias)
    {
        var gate = Linear(units, units);
        init.constant_(gate.bias!, gateBias);
        return new(Linear(units, units), gate);
    }

    /// <summary>3 × 3 convolutions, on [N, maps, H, W].</summary>
    /// <param name="maps">Maps in and out.</param>
    /// <param name="gateBias">Below 0, so that a fresh layer mostly carries its input.</param>
    public static HighwayLayer Convolutional(long maps, double gateBias)
    {
        var gate = Conv2d(maps, maps, 3, padding: 1);
        init.constant_(gate.bias!, gateBias);
        return new(Conv2d(maps, maps, 3, padding: 1), gate);
    }

    /// <summary>The shape stays as it is.</summary>
    public override Tensor forward(Tensor x)
    {
        using var candidate = x.Through(transform, relu);
        using var open = x.Through(gate, sigmoid);
        return lerp(x, candidate, open);   // x + T (H − x)
    }
}
