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

    /// <summary>The mean over random networks of one kind, each with the seed 1, 2, ...: [H, W].</summary>
    /// <param name="create">A new network, its weights drawn at random.</param>
    /// <param name="images">[N, C, H, W], the same for all.</param>
    /// <param name="seeds">Networks.</param>
    public static Tensor Mean(Func<nn.Module<Tensor, Tensor>> create, Tensor images, int seeds = 5)
    {
        ArgumentNullException.ThrowIfNull(create);
        using var scope = NewDisposeScope();
        var fields = Enumerable.Range(1, seeds).Select(seed =>
        {
            manual_seed(seed);
            return Of(create(), images);
        });
        return stack([.. fields]).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>Rows and columns from the first to the last pixel with any influence: the theoretical field, where the network's gradients reach all of it.</summary>
    public static (long Height, long Width) Reach(Tensor field)
    {
        var (top, left, bottom, right) = Extent(field);
        return (bottom - top, right - left);
    }

    /// <summary>Where those rows and columns begin, and where they are over.</summary>
    public static (long Top, long Left, long Bottom, long Right) Extent(Tensor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        using var scope = NewDisposeScope();
        var places = field.nonzero();   // [pixels, (row, column)]
        var (first, last) = (places.amin([0]), places.amax([0]) + 1);
        return (first[0].item<long>(), first[1].item<long>(), last[0].item<long>(), last[1].item<long>());
    }

    /// <summary>Side of a square with as many pixels as have at least this share of the largest influence; the paper's share is 1 - 0.9545.</summary>
    public static double Side(Tensor field, double share = 1 - 0.9545)
    {
        ArgumentNullException.ThrowIfNull(field);
        using var scope = NewDisposeScope();
        return Math.Sqrt((field >= share * field.max()).sum().item<long>());
    }
}
