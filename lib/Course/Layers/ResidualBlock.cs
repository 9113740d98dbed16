using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>y = relu(F(x) + shortcut(x)): He et al. 2016, Eq. 1 and 2. The blocks of a network say what F is.</summary>
public abstract class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? downsample;
    private readonly Add? add;
    private readonly ReLU relu;

    /// <summary>A block from <paramref name="channels"/> to <paramref name="maps"/> maps.</summary>
    protected ResidualBlock(string name, long channels, long maps, long stride, Shortcut option) : base(name)
    {
        downsample = Shortcuts.Create(option, channels, maps, stride);
        add = downsample is null ? null : new Add();
        relu = ReLU(inplace: true);
    }

    /// <summary>F(x), before the addition.</summary>
    protected abstract Tensor Residual(Tensor x);

    /// <summary>The rectified shortcut alone: the block without its branch.</summary>
    protected Tensor Skipped(Tensor x) => functional.relu(x.Through(downsample));

    /// <summary>[N, channels, H, W] → [N, maps, H / stride, W / stride].</summary>
    public override Tensor forward(Tensor x)
    {
        using var residual = Residual(x);
        if (add is null) return relu.call(residual);
        using var shortcut = x.Through(downsample);
        using var sum = add.call(residual, shortcut);
        return relu.call(sum);
    }
}
