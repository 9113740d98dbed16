using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Evaluation;

/// <summary>Averages of class probabilities: over crops, over scales, over networks.</summary>
public static class Voting
{
    // As many images are judged at a time, so that any number of them fits into memory.
    private const long BatchSize = 250;

    /// <summary>The mean of the softmax over an image's crops.</summary>
    /// <param name="model">A classifier, in eval mode.</param>
    /// <param name="crops">[N, crops, C, H, W].</param>
    /// <returns>[N, classes], each row summing to 1.</returns>
    public static Tensor OverCrops(Module<Tensor, Tensor> model, Tensor crops)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return InParts(crops, part =>
        {
            var each = model.call(part.flatten(0, 1)).softmax(1);
            return each.view(part.shape[0], part.shape[1], -1).mean([1]);
        }).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of the softmax over sizes of the image (Simonyan and Zisserman 2015, §4.2).</summary>
    /// <param name="model">A classifier that takes any size, in eval mode.</param>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="shorterSides">Q, the sizes to look at.</param>
    /// <returns>[N, classes].</returns>
    public static Tensor OverScales(Module<Tensor, Tensor> model, Tensor images, params IReadOnlyList<long> shorterSides)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return stack(shorterSides.Select(side => model.call(Resize.ShorterSide(images, side)).softmax(1))).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of the softmax over networks: an ensemble.</summary>
    /// <returns>[N, classes].</returns>
    public static Tensor OverModels(IReadOnlyList<Module<Tensor, Tensor>> models, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return InParts(images, part => stack(models.Select(model => model.call(part).softmax(1))).mean([0])).MoveToOuterDisposeScope();
    }

    private static Tensor InParts(Tensor images, Func<Tensor, Tensor> judge) => cat([.. images.split(BatchSize).Select(part =>
    {
        using var scope = NewDisposeScope();
        return judge(part).MoveToOuterDisposeScope();
    })]);
}
