using CnnCourse.Data;
using CnnCourse.Layers;
using CnnCourse.Models;
using TorchSharp;

namespace CnnCourse.Training.Recipes;

/// <summary>CIFAR-10, for a graphics card.</summary>
public static class CifarRecipes
{
    // §4.2 of the paper: 64,000 steps of 128 images; an epoch of 50,000 has 391.
    private const int PaperSteps = 64_000, StepsAnEpoch = 391;

    /// <summary>ResNet-20 as in He et al. 2016, §4.2: an error of 8.75 % (Table 6).</summary>
    public static NamedRecipe ResNet20 { get; } = new(
        "cifar-resnet20", "CIFAR-10 with ResNet-20 as in He et al. 2016, on a GPU", Target: 0.9125, Measured: "not yet run",
        Data, () => ModelZoo.Create("resnet20_cifar"), Paper, FlipsAtTest: false);

    /// <summary>Thirty epochs of a wide residual network of 18 layers.</summary>
    public static NamedRecipe Fast { get; } = new(
        "cifar-fast", "CIFAR-10 with a residual network of 18 wide layers in thirty epochs, on a GPU", Target: 0.94, Measured: "not yet run",
        Data, () => new ResNet(new("resnet18_cifar", [2, 2, 2, 2], Shortcut: Shortcut.B, Cifar: true), classes: 10, width: 4), OneCycle, FlipsAtTest: false);

    /// <summary>The paper's: rate 0.1, divided by ten after half and after three quarters of the steps; images shifted by up to four pixels and mirrored.</summary>
    public static Recipe Paper(int seed) => new()
    {
        Epochs = (PaperSteps + StepsAnEpoch - 1) / StepsAnEpoch,
        BatchSize = 128,
        Seed = seed,
        LearningRate = 0.1,
        WeightDecay = 1e-4,
        Schedule = Schedules.Steps(1, 1, 0.1, 0.01),
        Augment = Augment.All(Augment.RandomCrop(padding: 4), Augment.HorizontalFlip()),
    };

    /// <summary>One cycle of the rate (Smith and Topin 2018), smoothed labels, Nesterov's momentum.</summary>
    public static Recipe OneCycle(int seed) => Paper(seed) with
    {
        Epochs = 30,
        BatchSize = 256,
        LearningRate = 0.4,
        WeightDecay = 5e-4,
        LabelSmoothing = 0.1,
        Schedule = Schedules.OneCycle(),
        Optimizer = (parameters, recipe) => torch.optim.SGD(parameters, recipe.LearningRate, recipe.Momentum, weight_decay: recipe.WeightDecay, nesterov: true),
    };

    // The paper subtracts the mean of every pixel; a mean and a deviation for each channel come to nearly the same.
    private static ImageData Data()
    {
        var data = Datasets.Cifar10();
        return PixelStatistics.PerChannel(data.Train.Images).Standardize(data);
    }
}
