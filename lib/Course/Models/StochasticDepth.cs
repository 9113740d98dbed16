using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>A residual block whose branch is left out of a training step at random (Eq. 2), and scaled by its chance in use (Eq. 5).</summary>
public sealed class StochasticBlock : BasicBlock
{
    /// <summary>A block whose branch takes part with probability <paramref name="survival"/>.</summary>
    public StochasticBlock(long channels, long maps, long stride, double survival) : base(channels, maps, stride, Shortcut.A) =>
        Survival = survival;

    /// <summary>Probability that the branch takes part in a training step.</summary>
    public double Survival { get; }

    /// <inheritdoc/>
    protected override Tensor Residual(Tensor x)
    {
        var residual = base.Residual(x);
        return training ? residual : residual.mul_(Survival);
    }

    /// <summary>[N, channels, H, W] → [N, maps, H / stride, W / stride]; a dropped branch is not computed.</summary>
    public override Tensor forward(Tensor x)
    {
        if (!training) return base.forward(x);
        using var chance = rand(1, device: CPU);   // one draw for the whole batch, decided where the loop runs
        return chance.item<float>() < Survival ? base.forward(x) : Skipped(x);
    }
}

/// <summary>Huang, Sun, Liu, Sedra and Weinberger 2016, "Deep networks with stochastic depth".</summary>
/// <remarks>The weights are those of <c>resnet110_cifar</c>: same names, same shapes.</remarks>
public sealed class StochasticDepth : Module<Tensor, Tensor>
{
    /// <summary>Survival of the last block; earlier ones are likelier to survive, in a straight line from 1 (§3, Eq. 4).</summary>
    public const double LastSurvival = 0.5;

    /// <summary>The two depths of the paper's CIFAR-10 experiments.</summary>
    public static IReadOnlyList<ZooEntry> Entries { get; } =
    [
        .. new[] { 18, 200 }.Select(n => new ZooEntry(
            $"stochastic_depth{6 * n + 2}_cifar", () => new StochasticDepth(n), [3, 32, 32], "ResNet with blocks left out at random, Huang et al. 2016")),
    ];

    private readonly Module<Tensor, Tensor> conv1, bn1, relu, layer1, layer2, layer3, avgpool, flatten, fc;

    /// <summary>A network of 6n + 2 layers.</summary>
    /// <param name="n">Blocks in each of the three stages.</param>
    /// <param name="classes">Number of logits.</param>
    /// <param name="lastSurvival">Survival of the last block; 1 is an ordinary residual network.</param>
    /// <param name="width">Multiplies every map count.</param>
    /// <param name="channels">Channels of the image.</param>
    public StochasticDepth(int n, long classes = 10, double lastSurvival = LastSurvival, double width = 1, long channels = 3)
        : base(nameof(StochasticDepth))
    {
        var maps = width.Times(16);
        Module<Tensor, Tensor> Stage(int stage) => Sequential(Enumerable.Range(0, n).Select(k =>
        {
            var put = maps << stage;
            var first = stage > 0 && k == 0;
            var survival = 1 - (double)(stage * n + k + 1) / (3 * n) * (1 - lastSurvival);
            return (Module<Tensor, Tensor>)new StochasticBlock(first ? put / 2 : put, put, first ? 2 : 1, survival);
        }));

        conv1 = Conv2d(channels, maps, 3, 1, 1, bias: false);
        bn1 = BatchNorm2d(maps);
        relu = ReLU(inplace: true);
        (layer1, layer2, layer3) = (Stage(0), Stage(1), Stage(2));
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(4 * maps, classes);
        RegisterComponents();
        Initialise.He(this);
    }

    /// <summary>[N, 3, 32, 32] → [N, classes].</summary>
    public override Tensor forward(Tensor x) => x.Through(conv1, bn1, relu, layer1, layer2, layer3, avgpool, flatten, fc);
}
