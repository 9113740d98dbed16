using System.Diagnostics;
using CnnCourse.Data;
using CnnCourse.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>The course's one training loop.</summary>
public static class Trainer
{
    // A look at the loss waits for the device, so on a GPU it is taken now and then only.
    private const int StepsBetweenLooks = 25;

    /// <summary>Trains a classifier in place: a recipe in, a history out.</summary>
    /// <param name="model">On the device of the data.</param>
    /// <param name="data">The training set to learn from, the test set to report on after each epoch.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="progress">Told now and then how far it is, and after each epoch what it came to.</param>
    /// <param name="cancel">Ends the run after the current step; the history so far is returned.</param>
    /// <exception cref="DivergedException">The loss is no longer a number; the message names the first layer that went.</exception>
    public static History Fit(
        nn.Module<Tensor, Tensor> model, ImageData data, Recipe recipe, IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default)
    {
        var history = new History();
        using var optimizer = recipe.Optimizer(model.parameters(), recipe);
        var steps = (data.Train.Count + recipe.BatchSize - 1) / recipe.BatchSize;

        var isCpu = data.Train.Images.device_type == DeviceType.CPU;

        for (var epoch = 1; epoch <= recipe.Epochs; epoch++)
        {
            using var loss = new RunningLoss(data.Train.Images.device);
            var (clock, step, images) = (Stopwatch.StartNew(), 0L, 0L);
            model.train();
            foreach (var rows in data.Train.Shuffled(recipe.BatchSize, recipe.Seed + epoch))
            {
                var done = (epoch - 1 + step++ / (double)steps) / recipe.Epochs;
                SetRate(optimizer, recipe.LearningRate * recipe.Schedule(done));
                Step(model, data.Train, rows, recipe, optimizer, loss, mayLook: isCpu || step % StepsBetweenLooks == 0);
                images += rows.Length;
                if (cancel.IsCancellationRequested) return history;
                if (step % StepsBetweenLooks == 0) progress?.Report(new(epoch, recipe.Epochs, done, loss.Mean, images / clock.Elapsed.TotalSeconds));
            }
            var seconds = clock.Elapsed.TotalSeconds;
            history.Add(new(epoch, loss.Mean, Evaluate.Accuracy(model, data.Test), optimizer.ParamGroups.First().LearningRate, seconds));
            progress?.Report(new(epoch, recipe.Epochs, epoch / (double)recipe.Epochs, loss.Mean, images / seconds, history[^1]));
        }
        return history;
    }

    private static void Step(nn.Module<Tensor, Tensor> model, ImageSet set, long[] rows, Recipe recipe, optim.Optimizer optimizer, RunningLoss loss, bool mayLook)
    {
        using var scope = NewDisposeScope();
        var (images, labels) = set[rows];
        optimizer.zero_grad();
        var batchLoss = recipe.Loss(model.call(images), labels);
        if (mayLook) NanGuard.Check(batchLoss, model, images, optimizer.ParamGroups.First().LearningRate);
        batchLoss.backward();
        optimizer.step();
        loss.Add(batchLoss, rows.Length);
    }

    private static void SetRate(optim.Optimizer optimizer, double rate)
    {
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
    }
}
