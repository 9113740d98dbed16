using CnnCourse.Data;
using CnnCourse.Evaluation;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>The same training several times, for effects that one run cannot carry.</summary>
public static class Trials
{
    /// <summary>Test accuracies after the last epoch with the seeds 1, 2, ..., which decide first weights and order of the images.</summary>
    /// <param name="create">A new network on the device of the data; called once a seed.</param>
    /// <param name="data">The same for all.</param>
    /// <param name="recipe">The same for all but its seed. A run that diverges counts as guessing, 1 / classes.</param>
    /// <param name="seeds">Runs.</param>
    public static Spread Accuracy(Func<nn.Module<Tensor, Tensor>> create, ImageData data, Recipe recipe, int seeds = 3)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(recipe);
        return Of(seed => Run(create, data, recipe with { Seed = seed }), seeds);
    }

    /// <summary>What a measurement comes to with the seeds 1, 2, ...</summary>
    /// <param name="run">Measures with a seed, which must decide all that is random in it.</param>
    /// <param name="seeds">Runs.</param>
    public static Spread Of(Func<int, double> run, int seeds = 3)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new([.. Enumerable.Range(1, seeds).Select(run)]);
    }

    /// <summary>One run, with the recipe's seed for the first weights too; the network is gone afterwards.</summary>
    /// <param name="create">A new network on the device of the data.</param>
    /// <param name="data">The training set to learn from, the test set to report on.</param>
    /// <param name="recipe">How to train.</param>
    public static History History(Func<nn.Module<Tensor, Tensor>> create, ImageData data, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(recipe);
        using var scope = NewDisposeScope();
        manual_seed(recipe.Seed);
        using var model = create();
        return Trainer.Fit(model, data, recipe);
    }

    private static double Run(Func<nn.Module<Tensor, Tensor>> create, ImageData data, Recipe recipe)
    {
        try
        {
            return History(create, data, recipe)[^1].TestAccuracy;
        }
        catch (DivergedException)   // the weights are no numbers any more: what is left is guessing
        {
            return 1.0 / data.Classes.Count;
        }
    }
}
