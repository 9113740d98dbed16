using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>The receptive field as gradients show it (Luo, Li, Urtasun, Zemel 2016, "Understanding the effective receptive field", §3).</summary>
public static class EffectiveField
{
    /// <summary>How much each pixel moves the middle unit of the output: [H, W], 1 at the pixel that moves it most.</summary>
    /// <param name="model">From images to maps [N, C, h, w]; it runs in eval mode.</param>
    /// <param name="images">[N, C, H, W]; absolute gradients are averaged over them and summed over their channels.</param>
    /// <exception cref="ArgumentException">The model's output has no middle, or nothing of the image reaches it.</exception>
    public static Tensor Of(nn.Module<Tensor, Tensor> model, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var grad = enable_grad();
        var wasTraining = model.training;
        model.eval();
        var pixels = images.detach().clone().requires_grad_();
        var maps = model.call(pixels);
        model.train(wasTraining);
        if (maps.shape is not [_, _, var height, var width])
            throw new ArgumentException($"the network must end in maps [N, C, h, w]; it ends in [{string.Join(", ", maps.shape)}]", nameof(model));
        var middle = maps.select(3, width / 2).select(2, height / 2).sum();
        var field = autograd.grad([middle], [pixels])[0].abs().sum([1]).mean([0]);
        var most = field.max().item<float>();
        if (most == 0) throw new ArgumentException("the middle unit does not depend on the image: all gradients are zero", nameof(model));
        return (field / most).MoveToOuterDisposeScope();
    }

    /// <summary>Rows and columns from the first to the last pixel with any influence: the theoretical field, where the network's gradients reach all of it.</summary>
    public static (long Height, long Width) Reach(Tensor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return (Span(field, 1), Span(field, 0));
    }

    /// <summary>Side of a square with as many pixels as have at least this share of the largest influence; the paper's share is 1 - 0.9545.</summary>
    public static double Side(Tensor field, double share = 1 - 0.9545)
    {
        ArgumentNullException.ThrowIfNull(field);
        using var scope = NewDisposeScope();
        return Math.Sqrt((field >= share * field.max()).sum().item<long>());
    }

    private static long Span(Tensor field, long over)
    {
        using var scope = NewDisposeScope();
        var places = field.amax([over]).nonzero();
        return places.max().item<long>() - places.min().item<long>() + 1;
    }
}
