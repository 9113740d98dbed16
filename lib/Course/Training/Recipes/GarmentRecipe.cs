using CnnCourse.Data;
using CnnCourse.Models;
using TorchSharp;

namespace CnnCourse.Training.Recipes;

/// <summary>Fashion-MNIST with a compact residual network, made for an hour of a laptop's processor.</summary>
public static class GarmentRecipe
{
    /// <summary>The recipe with its network and data.</summary>
    public static NamedRecipe Named { get; } = new(
        "garments", "Fashion-MNIST with a compact residual network of 0.37 million parameters, on a CPU", Target: 0.94,
        Measured: "94.13 %, mean of the seeds 1 to 3 (94.02, 94.05, 94.31), with mirror images 94.33 %; about half an hour on two cores",
        () => Datasets.FashionMnist(), () => new CompactResNet().to(torch.memory_format.channels_last), Create, FlipsAtTest: true);

    /// <summary>One cycle (Smith and Topin 2018), smoothed labels, averaged weights, and images that are moved, mirrored and partly erased.</summary>
    public static Recipe Create(int seed) => new()
    {
        Epochs = 28,
        BatchSize = 128,
        Seed = seed,
        LearningRate = 0.1,
        WeightDecay = 5e-4,
        Schedule = Schedules.OneCycle(peak: 0.2, start: 0.1, end: 0.001),
        LabelSmoothing = 0.1,
        AverageDecay = 0.998,
        Augment = Augment.All(Augment.RandomCrop(padding: 2), Augment.HorizontalFlip(), Augment.Erase(0.25, area: (0.02, 0.25))),
        Optimizer = (parameters, recipe) => torch.optim.SGD(parameters, recipe.LearningRate, recipe.Momentum, weight_decay: recipe.WeightDecay, nesterov: true),
    };
}
