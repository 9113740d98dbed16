using CnnCourse.Data;
using CnnCourse.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Evaluation;

/// <summary>Judges a classifier on a labelled set.</summary>
public static class Evaluate
{
    private const int BatchSize = 250;

    /// <summary>Share of the images whose class is right.</summary>
    public static double Accuracy(nn.Module<Tensor, Tensor> model, ImageSet set)
    {
        using var report = On(model, set);
        return report.Accuracy;
    }

    /// <summary>The network's scores for every image, and what they tell.</summary>
    public static TestReport On(nn.Module<Tensor, Tensor> model, ImageSet set)
    {
        using var labels = set.Labels.to(CPU);
        return new(Scores(model, set), labels, set.Classes);
    }

    /// <summary>[N, classes] on the CPU; the largest wins, so penalties come with their sign turned.</summary>
    public static Tensor Scores(nn.Module<Tensor, Tensor> model, ImageSet set)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var wasTraining = model.training;
        model.eval();
        var parts = new List<Tensor>();
        foreach (var rows in set.InOrder(BatchSize))
        {
            using var batch = NewDisposeScope();
            var output = model.call(set.Images.narrow(0, rows[0], rows.Length));
            parts.Add(batch.MoveToOuter((model is IPenaltyOutput ? -output : output).to(CPU)));
        }
        model.train(wasTraining);
        return cat(parts, 0).MoveToOuterDisposeScope();
    }
}
