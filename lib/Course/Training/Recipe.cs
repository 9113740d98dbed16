using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>Everything that decides how a network is trained; the same recipe, network and data give the same weights.</summary>
public sealed record Recipe
{
    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Images in a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Decides the order of the images.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Learning rate at the start.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Momentum of <see cref="Optimizer"/>'s default.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay of <see cref="Optimizer"/>'s default.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Learning rate as a multiple of <see cref="LearningRate"/>, by the share of training that is done, 0 to 1.</summary>
    public Func<double, double> Schedule { get; init; } = _ => 1;

    /// <summary>Outputs and labels to a loss; cross-entropy on logits if nothing else is said.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = (logits, labels) => nn.functional.cross_entropy(logits, labels);

    /// <summary>Makes the optimiser; SGD with momentum if nothing else is said.</summary>
    public Func<IEnumerable<Parameter>, Recipe, optim.Optimizer> Optimizer { get; init; } =
        (parameters, recipe) => optim.SGD(parameters, recipe.LearningRate, recipe.Momentum, weight_decay: recipe.WeightDecay);
}
