using static TorchSharp.torch;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 00, orientation.</summary>
internal static class Lesson00
{
    private const long Images = 60_000, Side = 28;

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("00.1", "How many numbers does a tensor of the shape [60000, 1, 28, 28] hold?",
            () => Images * Side * Side,
            (() => Side * Side, "That is one image. The first axis counts the images."),
            (() => Images, "That is the number of images; each of them is a picture."),
            (() => Images + 1 + Side + Side, "Lengths of axes are multiplied, not added."),
            (() => Images * Side * Side * sizeof(float), "Those are bytes: four for each number.")),

        new CountExercise("00.2", "What is the slope of y = x³ - 2x at x = 2?",
            () => (long)SlopeAt(2),
            (() => 4, "That is y itself. How fast does it change there?"),
            (() => 12, "That is the slope of x³ alone: what does -2x add?"),
            (() => 14, "Mind the sign: -2x falls."),
            (() => 1, "That is the slope at x = 1.")),

        new FunctionExercise("00.3", "Write a function that brings every image of a batch [N, C, H, W] to mean 0, each by its own mean.",
            () => arange(2 * 3 * 4 * 4, dtype: ScalarType.Float32).view(2, 3, 4, 4).square(),
            x => x - x.mean([1, 2, 3], keepdim: true),
            (x => x, "Nothing has changed yet."),
            (x => x - x.mean(), "That is the mean of the whole batch; every image is to lose its own."),
            (x => x - x.mean([0], keepdim: true), "That is the mean image: for each pixel the mean over the images."),
            (x => x - x.mean([2, 3], keepdim: true), "That is the mean of each channel; an image has one mean over all of its channels.")),
    ];

    private static double SlopeAt(double at)
    {
        using var scope = NewDisposeScope();
        var x = tensor(at).requires_grad_();
        (x.pow(3) - 2 * x).backward();
        return x.grad!.item<double>();
    }
}
