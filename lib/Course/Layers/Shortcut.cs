using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>How a shortcut meets a branch of another shape (He et al. 2016, §4.1, "Identity vs. projection shortcuts").</summary>
public enum Shortcut
{
    /// <summary>No shortcut: a plain network.</summary>
    None,

    /// <summary>Option A: identity; where maps are added, they are zero. No parameters.</summary>
    A,

    /// <summary>Option B: a 1 × 1 projection where the shape changes, else identity.</summary>
    B,

    /// <summary>Option C: every shortcut is a projection.</summary>
    C,
}

/// <summary>Builds the shortcut of a residual block.</summary>
public static class Shortcuts
{
    /// <summary>[N, channels, H, W] → [N, maps, H / stride, W / stride]; null where there is no shortcut.</summary>
    public static Module<Tensor, Tensor>? Create(Shortcut option, long channels, long maps, long stride)
    {
        var same = channels == maps && stride == 1;
        return option switch
        {
            Shortcut.None => null,
            Shortcut.C => Projection(channels, maps, stride),
            _ when same => Identity(),
            Shortcut.A => Sequential(AvgPool2d(1, stride), new ZeroMaps(maps - channels)),
            _ => Projection(channels, maps, stride),
        };
    }

    private static Sequential Projection(long channels, long maps, long stride) =>
        Sequential(Conv2d(channels, maps, 1, stride, bias: false), BatchNorm2d(maps));
}
