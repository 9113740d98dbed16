using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Answers to an image and to its mirror image, averaged: two of the ten crops of Krizhevsky et al. 2012, §4.1.</summary>
public static class Mirrored
{
    /// <summary>Share of the images whose class is right by the mean of both softmaxes.</summary>
    public static double Accuracy(nn.Module<Tensor, Tensor> model, ImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var scope = NewDisposeScope();
        var mirrored = set with { Images = set.Images.flip(3) };
        var mean = Evaluate.Scores(model, set).softmax(1) + Evaluate.Scores(model, mirrored).softmax(1);
        return mean.argmax(1).eq(set.Labels.to(CPU)).to(ScalarType.Float64).mean().item<double>();
    }
}
