using CnnCourse.Arithmetic;
using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 10, Inception v3.</summary>
internal static class Lesson10
{
    private const long In = 160, Out = 192, Kernel = 7, Channels = 320, Side = 35, Maps = 64, Wide = 9;

    private static LayerTable Reduction(Func<Module<Tensor, Tensor>> build) =>
        LayerTable.Of(build, Channels, Side, Side);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("10.1", "How many weights have a 1×7 convolution from 160 to 160 maps and a 7×1 from 160 to 192?",
            () => Kernel * In * In + Kernel * In * Out,
            (() => Kernel * Kernel * In * Out, "That is the 7×7 convolution that the pair stands in for."),
            (() => Kernel * In * Out, "That is the second convolution alone."),
            (() => 2 * Kernel * In * Out, "The first one goes from 160 maps to 160, not to 192."),
            (() => Kernel * In * In + Kernel * In * Out + In + Out, "Biases are counted; batch normalisation makes them useless, and only weights are asked for.")),

        new CountExercise("10.2", "How many multiply-adds does the dear way of reducing 35×35 with 320 maps to 17×17 with 640 take?",
            () => Reduction(() => GridReduction.ConvolveFirst(Channels, Channels)).Total.Macs,
            (() => Reduction(() => GridReduction.PoolFirst(Channels, Channels)).Total.Macs, "That is the cheap way: it pools first."),
            (() => Reduction(() => new GridReduction(Channels, Channels)).Total.Macs, "That is the module of Fig. 10, which does both side by side."),
            (() => Reduction(() => GridReduction.ConvolveFirst(Channels, Channels)).Total.Params, "Those are parameters. They are the same before and after the pooling; the multiply-adds are not.")),

        new NetworkExercise("10.3", "Build layers from 64 maps of 17×17 to 64 maps of 17×17 whose units see 9×9, with less than a fifth of the weights of one 9×9 convolution.",
            [Maps, 17, 17],
            (t => !t.Total.Output.SequenceEqual([Maps, 17, 17]), "The output must be 64 maps of 17×17: mind the padding, which is (0, 4) for a 1×9 kernel."),
            (t => t.Total.Field.Size < Wide, "A unit of the output sees less than 9×9: look at the field column."),
            (t => 5 * t.Total.Params >= Wide * Wide * Maps * Maps, "It has a fifth of the weights or more: a 1×9 and a 9×1 alone have 2/9. What does the third principle say to do before them?")),
    ];
}
