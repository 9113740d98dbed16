using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>A stage of blocks.</summary>
/// <param name="Maps">Maps as a multiple of the network's width.</param>
/// <param name="Blocks">Blocks of two 3 × 3 convolutions; the first halves the side.</param>
public sealed record CompactStage(int Maps, int Blocks);

/// <summary>
/// A small network for small images, made of the blocks of He et al. 2016b. It is ours, not a paper's: it halves the image at once, so that
/// its maps are cheap, and has few, wide blocks instead of many narrow ones (Zagoruyko and Komodakis 2016).
/// </summary>
public sealed class CompactResNet : Module<Tensor, Tensor>
{
    /// <summary>The stages: 14 × 14 and 7 × 7 units for an image of 28 × 28.</summary>
    public static IReadOnlyList<CompactStage> Stages { get; } = [new(1, 2), new(2, 2)];

    private readonly Module<Tensor, Tensor> conv1, stages, bn, relu, avgpool, flatten, fc;

    /// <summary>A network with weights drawn after He.</summary>
    /// <param name="width">Maps of the first stage; the first convolution has half as many.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="channels">Channels of the image.</param>
    public CompactResNet(long width = 48, long classes = 10, long channels = 1) : base(nameof(CompactResNet))
    {
        var last = width / 2;
        conv1 = Conv2d(channels, last, 3, 1, 1, bias: false);
        var blocks = new List<Module<Tensor, Tensor>>();
        foreach (var stage in Stages)
            for (var k = 0; k < stage.Blocks; k++)
            {
                blocks.Add(new PreActBlock(last, stage.Maps * width, stride: k == 0 ? 2 : 1, bottleneck: false));
                last = stage.Maps * width;
            }
        stages = Sequential(blocks);
        bn = BatchNorm2d(last);
        relu = ReLU(inplace: true);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(last, classes);
        RegisterComponents();
        Initialise.He(this);
    }

    /// <summary>[N, channels, H, W] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(conv1, stages, bn, relu, avgpool, flatten, fc);
}
