using CnnCourse.Arithmetic;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 01, convolution arithmetic.</summary>
internal static class Lesson01
{
    private const long WideKernel = 15, Maps = 16;
    private static readonly long[] image = [3, 32, 32];

    private static LayerTable Layer(bool bias) => LayerTable.Of(() => Conv2d(64, 128, 3, bias: bias), 64, 8, 8);

    private static LayerTable Wide => LayerTable.Of(() => Conv2d(image[0], Maps, WideKernel, padding: WideKernel / 2), image);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("01.1", "A layer makes 128 maps from 64 with kernels of 3×3. How many parameters has it, biases included?",
            () => Layer(bias: true).Total.Params,
            (() => Layer(bias: false).Total.Params, "The biases are missing: one for each map that is made."),
            (() => 128 * (3 * 3 + 1), "A kernel has a plane of 3×3 for each of the 64 maps that it reads."),
            (() => 64 * (128 * 3 * 3 + 1), "One bias for each map that is made, not for each that is read."),
            (() => 128 * 64 * (3 * 3 + 1), "A bias belongs to a map, not to each of its planes.")),

        new CountExercise("01.2", "Four layers of 3×3; the second has stride 2. How many pixels does a unit of the last one see, across?",
            () => (long)Field(1, 2, 1, 1),
            (() => (long)Field(1, 1, 1, 1), "That is with all strides 1: after the second layer neighbours are two pixels apart."),
            (() => (long)Field(2, 1, 1, 1), "A stride widens the steps of the layers that come after, and it is the second that has it."),
            (() => (long)Field(1, 1, 2, 1), "That is with the stride in the third layer."),
            (() => 4 * 3, "Windows overlap: a layer adds (kernel - 1) steps, not the whole kernel.")),

        new NetworkExercise("01.3", "Build a network from 3×32×32 to 16×32×32 whose units see at least 15×15 pixels, with at most a fifth of the parameters of one 15×15 convolution.",
            image,
            (t => !t.Total.Output.SequenceEqual([Maps, image[1], image[2]]), "The output must be 16 maps of 32×32: mind the padding of each layer."),
            (t => t.Total.Field.Size < WideKernel, "A unit of the last layer sees too little: look at the field column of its layer table."),
            (t => 5 * t.Total.Params > Wide.Total.Params, "It has more than a fifth of the parameters. Which layers are wide without need, and could a dilation do the work of some?")),
    ];

    private static double Field(params long[] strides) =>
        strides.Aggregate(ReceptiveField.OfPixel, (field, stride) => field.Through(new(3, stride))).Size;
}
