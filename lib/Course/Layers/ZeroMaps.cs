using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Appends maps that are zero everywhere: what option A's shortcut has where the branch has more maps.</summary>
public sealed class ZeroMaps : Module<Tensor, Tensor>
{
    private readonly long count;

    /// <summary>Appends <paramref name="count"/> maps.</summary>
    public ZeroMaps(long count) : base(nameof(ZeroMaps))
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), count, "A shortcut of option A can add maps, not remove them; use option B.");
        this.count = count;
        RegisterComponents();
    }

    /// <summary>[N, C, H, W] → [N, C + count, H, W].</summary>
    public override Tensor forward(Tensor x) => functional.pad(x, [0, 0, 0, 0, 0, count]);
}
