using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>Everything that decides how a network is trained; the same recipe, network and data give the same weights.</summary>
public sealed record Recipe
{
    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Images in a step: 1 trains example by example, the set's size in full batches.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Decides the order of the images and the numbers that <see cref="Augment"/> draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Learning rate at the start.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Momentum of <see cref="Optimizer"/>'s default.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay of <see cref="Optimizer"/>'s default.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Learning rate as a multiple of <see cref="LearningRate"/>, by the share of training that is done, 0 to 1.</summary>
    public Func<double, double> Schedule { get; init; } = Schedules.Constant;

    /// <summary>Lowers the rate further where the test accuracy no longer rises; never if null.</summary>
    public Plateau? Plateau { get; init; }

    /// <summary>Changes the images of a step, [N, C, H, W] on their device, by the numbers of a seeded generator on the CPU; leaves them as they are if null.</summary>
    public Func<Tensor, Generator, Tensor>? Augment { get; init; }

    /// <summary>Outputs and labels to a loss; cross-entropy on logits, with <see cref="LabelSmoothing"/>, if nothing else is said.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get => field ?? CrossEntropy; init; }

    /// <summary>The share ε of a label that is spread evenly over all classes (Szegedy et al. 2016, §7); used by <see cref="Loss"/>'s default.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What the loss of each auxiliary head counts (Szegedy et al. 2015, §5), where the network has such heads.</summary>
    public double AuxiliaryWeight { get; init; } = 0.3;

    /// <summary>Longest gradient, over all parameters together; as long as they are if null. See <see cref="GradientClipping"/>.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Decay of the average of the weights that is evaluated, and left in the network at the end; no average if null. See <see cref="PolyakAverage"/>.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>Epochs without a better test accuracy after which training ends; never if null. See <see cref="EarlyStopping"/>.</summary>
    public int? Patience { get; init; }

    /// <summary>Makes the optimiser; SGD with momentum if nothing else is said.</summary>
    public Func<IEnumerable<Parameter>, Recipe, optim.Optimizer> Optimizer { get; init; } =
        (parameters, recipe) => optim.SGD(parameters, recipe.LearningRate, recipe.Momentum, weight_decay: recipe.WeightDecay);

    private Tensor CrossEntropy(Tensor logits, Tensor labels) => nn.functional.cross_entropy(logits, labels, label_smoothing: LabelSmoothing);
}
