using System.Diagnostics;
using CnnCourse.Data;
using CnnCourse.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>The course's one training loop.</summary>
public static class Trainer
{
    /// <summary>Trains a classifier in place: a recipe in, a history out.</summary>
    /// <param name="model">On the device of the data.</param>
    /// <param name="data">The training set to learn from, the test set to report on after each epoch.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="progress">Told now and then how far it is, and after each epoch what it came to.</param>
    /// <param name="cancel">Ends the run after the current step; the history so far is returned.</param>
    /// <exception cref="DivergedException">The loss is no longer a number; the message names the first layer that went.</exception>
    /// <exception cref="DeviceMemoryException">A step is too large for the device; the message says what to reduce.</exception>
    public static History Fit(
        nn.Module<Tensor, Tensor> model, ImageData data, Recipe recipe, IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default)
    {
        using var run = new TrainingRun(model, data, recipe);
        return Continue(run, progress, cancel);
    }

    /// <summary>The same, with a file that keeps the run after each epoch and when it is cancelled; where it is there already, the run goes on from it.</summary>
    /// <exception cref="CheckpointException">The checkpoint is damaged or of another run; nothing was changed.</exception>
    public static History Fit(
        nn.Module<Tensor, Tensor> model, ImageData data, Recipe recipe, string checkpoint, IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default)
    {
        using var run = new TrainingRun(model, data, recipe) { Checkpoint = checkpoint };
        if (File.Exists(checkpoint)) TrainingCheckpoint.Load(run, checkpoint);
        return Continue(run, progress, cancel);
    }

    /// <summary>Goes on with a run from where it is, to its end.</summary>
    /// <param name="run">New, or one that was stopped.</param>
    /// <param name="progress">Told now and then how far it is, and after each epoch what it came to.</param>
    /// <param name="cancel">Ends the run after the current step; the history so far is returned. Stopping the notebook's cell does the same.</param>
    /// <exception cref="DivergedException">The loss is no longer a number; the message names the first layer that went.</exception>
    /// <exception cref="DeviceMemoryException">A step is too large for the device; the message says what to reduce.</exception>
    public static History Continue(TrainingRun run, IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var history = run.History;
        var isCpu = run.Data.Train.Images.device_type == DeviceType.CPU;
        try
        {
            run.Average?.TakeOut();
            while (!run.IsOver)
            {
                var (clock, images) = (Stopwatch.StartNew(), 0L);
                run.Model.train();
                foreach (var rows in run.BatchesToCome())
                {
                    if (cancel.IsCancellationRequested) return Stopped(run, progress, isBetweenSteps: true);
                    var isReport = (run.Tally.Steps + 1) % run.StepsBetweenReports == 0;
                    var mayLook = isCpu || isReport;   // a look at the loss waits for the device
                    Step(run, rows, mayLook);
                    images += rows.Length;
                    if (mayLook) run.Tally.Read();
                    if (isReport) progress?.Report(Now(run, images / clock.Elapsed.TotalSeconds));
                }
                run.Tally.Read();
                var seconds = clock.Elapsed.TotalSeconds;
                history.Add(new(history.Count + 1, run.Tally.Loss, run.Tally.Accuracy, TestAccuracy(run), run.Optimizer.ParamGroups.First().LearningRate, seconds));
                run.Tally.Reset();
                run.Save();
                progress?.Report(Now(run, images / seconds) with { Finished = history[^1] });
            }
            run.Average?.PutIn();
        }
        catch (OperationCanceledException)   // the notebook's cell was stopped, in the middle of a step: the last checkpoint holds
        {
            return Stopped(run, progress, isBetweenSteps: false);
        }
        catch (Exception e) when (DeviceMemoryException.Is(e))
        {
            throw DeviceMemoryException.Of(run, e);
        }
        return history;
    }

    private static History Stopped(TrainingRun run, IProgress<TrainingProgress>? progress, bool isBetweenSteps)
    {
        if (isBetweenSteps) run.Save();
        progress?.Report(Now(run, 0) with { IsStopped = true });
        return run.History;
    }

    private static void Step(TrainingRun run, long[] rows, bool mayLook)
    {
        using var scope = NewDisposeScope();
        var (model, recipe, optimizer) = (run.Model, run.Recipe, run.Optimizer);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = run.LearningRate;

        var (images, labels) = run.Data.Train[rows];
        images = run.Augmented(images);
        optimizer.zero_grad();
        var (loss, answers) = Objective.Of(model, images, labels, recipe);
        if (mayLook) NanGuard.Check(loss, model, images, run.LearningRate);
        loss.backward();
        if (recipe.ClipNorm is { } limit) GradientClipping.ByNorm(model.parameters(), limit);
        optimizer.step();
        run.Average?.Update();
        run.Tally.Add(loss, answers, labels);
    }

    private static double TestAccuracy(TrainingRun run)
    {
        run.Average?.PutIn();
        var accuracy = Evaluate.Accuracy(run.Model, run.Data.Test);
        run.Average?.TakeOut();
        return accuracy;
    }

    private static TrainingProgress Now(TrainingRun run, double imagesPerSecond)
    {
        var last = run.History.Count > 0 ? run.History[^1].Loss : 0;
        return new(Math.Min(run.History.Count + 1, run.Recipe.Epochs), run.Recipe.Epochs, run.Done, run.Tally.Images > 0 ? run.Tally.Loss : last, imagesPerSecond);
    }
}
