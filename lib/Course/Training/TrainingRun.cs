using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>A training run between two steps: all that the next step depends on. <see cref="Trainer.Continue"/> goes on with it.</summary>
public sealed class TrainingRun : IDisposable
{
    private readonly Generator? numbers;

    /// <summary>A run that is yet to begin.</summary>
    /// <param name="model">On the device of the data.</param>
    /// <param name="data">The training set to learn from, the test set to report on after each epoch.</param>
    /// <param name="recipe">How to train.</param>
    public TrainingRun(nn.Module<Tensor, Tensor> model, ImageData data, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(recipe);
        (Model, Data, Recipe) = (model, data, recipe);
        StepsAnEpoch = (data.Train.Count + recipe.BatchSize - 1) / recipe.BatchSize;
        Tally = new Tally(History);
        Optimizer = recipe.Optimizer(model.parameters(), recipe);
        Average = recipe.AverageDecay is { } decay ? new PolyakAverage(model, decay) : null;
        numbers = recipe.Augment is null ? null : new Generator();
    }

    /// <summary>The network that learns.</summary>
    public nn.Module<Tensor, Tensor> Model { get; }

    /// <summary>What it learns from and is judged by.</summary>
    public ImageData Data { get; }

    /// <summary>How it learns.</summary>
    public Recipe Recipe { get; }

    /// <summary>The file that keeps the run after each epoch and when it is cancelled; none if null.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Steps between two reports of progress; on a GPU each waits for the device.</summary>
    public int StepsBetweenReports { get; init; } = 25;

    /// <summary>What the run came to so far.</summary>
    public History History { get; } = new();

    /// <summary>True once all epochs are over, or <see cref="Recipe.Patience"/> is at its end.</summary>
    public bool IsOver => History.Count >= Recipe.Epochs
        || (Recipe.Patience is { } patience && EarlyStopping.IsDue(History.Accuracies, patience));

    /// <summary>The share of all steps that were made, 0 to 1.</summary>
    public double Done => (History.Count + Tally.Steps / (double)StepsAnEpoch) / Recipe.Epochs;

    /// <summary>The rate that the schedule and the plateaus so far give the next step.</summary>
    public double LearningRate => Recipe.LearningRate * Recipe.Schedule(Done) * (Recipe.Plateau?.After(History.Accuracies) ?? 1);

    internal long StepsAnEpoch { get; }

    internal optim.Optimizer Optimizer { get; }

    internal PolyakAverage? Average { get; }

    internal Tally Tally { get; }

    /// <summary>The rows of the epoch's steps that are still to be made.</summary>
    internal IEnumerable<long[]> BatchesToCome() =>
        Data.Train.Shuffled(Recipe.BatchSize, Recipe.Seed + History.Count + 1).Skip((int)Tally.Steps);

    /// <summary>The images as the recipe changes them. The numbers depend on seed and step alone, so that a run that was left draws the same.</summary>
    internal Tensor Augmented(Tensor images)
    {
        if (numbers is null) return images;
        numbers.manual_seed(Recipe.Seed * 1_000_000_007L + History.Count * StepsAnEpoch + Tally.Steps);
        return Recipe.Augment!(images, numbers);
    }

    internal void Save()
    {
        if (Checkpoint is not null) TrainingCheckpoint.Save(this, Checkpoint);
    }

    /// <summary>Frees the optimiser's state; the network and the data stay.</summary>
    public void Dispose()
    {
        Tally.Dispose();
        Optimizer.Dispose();
        Average?.Dispose();
        numbers?.Dispose();
    }
}
