using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 03, how a network learns.</summary>
internal static class Lesson03
{
    private const int Images = 6_000, BatchSize = 64, Epochs = 3;
    private const double SteepestSlope = 0.25;

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("03.1", "Three epochs over 6,000 images in batches of 64: how many times are the weights changed?",
            () => Epochs * (long)Math.Ceiling(Images / (double)BatchSize),
            (() => Epochs * (Images / BatchSize), "The last batch of an epoch is smaller, but it counts."),
            (() => Epochs * Images / BatchSize, "Count the batches of one epoch first; there are no fractions of a batch."),
            (() => (long)Math.Ceiling(Images / (double)BatchSize), "That is one epoch."),
            (() => Epochs, "That would be batch training: one change for each pass."),
            (() => Epochs * Images, "That would be per-example training: one change for each image.")),

        new CountExercise("03.2", "Sigmoids are held at their steepest point. Which weight between two of them lets a gradient pass at its full size?",
            () => (long)(1 / SteepestSlope),
            (() => 1, "Then each layer passes on a quarter of the gradient."),
            (() => 2, "Then each layer passes on half of the gradient."),
            (() => 100, "Then the gradient grows 25 times in each layer.")),

        new FunctionExercise("03.3", "All images of a batch are of class 0. Write the gradient of their mean cross-entropy with respect to the logits [N, K].",
            () => tensor(new[,] { { 0.5f, -1f, 2f }, { 3f, 0f, 1f } }),
            Gradient,
            (x => softmax(x, 1), "Those are the probabilities; the right class wants its one taken away."),
            (x => Gradient(x) * x.shape[0], "The loss is a mean over the batch, so each image has one N-th of the say."),
            (x => -Gradient(x), "The sign is turned: that is the direction in which the loss falls."),
            (x => x - softmax(x, 1), "Subtract the right answer (one-hot) from the probabilities, not the probabilities from the logits.")),
    ];

    private static Tensor Gradient(Tensor logits)
    {
        var leaf = logits.detach().clone().requires_grad_();
        cross_entropy(leaf, zeros(leaf.shape[0], ScalarType.Int64)).backward();
        return leaf.grad!;
    }
}
