using CnnCourse.Arithmetic;
using CnnCourse.Layers;
using TorchSharp.Modules;
using ResNet = CnnCourse.Models.ResNet;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 11, residual networks.</summary>
internal static class Lesson11
{
    private const long Maps = 512, Narrow = 128, MostParams = 40_000;
    private const int LeastConvolutions = 50;

    private static LayerTable Cifar56(Shortcut option) =>
        LayerTable.Of(() => new ResNet(new("", [9, 9, 9], Shortcut: option, Cifar: true), classes: 10), 3, 32, 32);

    private static long Added(Shortcut option) => Cifar56(option).Total.Params - Cifar56(Shortcut.A).Total.Params;

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("11.1", "How many weights have the three convolutions of a bottleneck between 512 maps?",
            () => Maps * Narrow + 9 * Narrow * Narrow + Narrow * Maps,
            (() => 2 * 9 * Maps * Maps, "That is the block without a bottleneck: two 3×3 convolutions on all 512 maps."),
            (() => Maps * Narrow + 9 * Narrow * Narrow, "The last 1×1 convolution, back to 512 maps, is missing."),
            (() => 9 * Narrow * Narrow, "That is the 3×3 convolution alone; the two 1×1 around it have weights too."),
            (() => Maps * Narrow + 9 * Narrow * Narrow + Narrow * Maps + 2 * (2 * Narrow + Maps), "The numbers of the batch normalisations are in it; only the convolutions are asked for.")),

        new CountExercise("11.2", "How many parameters does option C add to the CIFAR network of 56 layers, compared with option A?",
            () => Added(Shortcut.C),
            (() => Added(Shortcut.B), "That is option B: a projection only where the shape changes."),
            (() => Cifar56(Shortcut.C).Total.Params, "That is the whole network; the difference to option A is asked for."),
            (() => Projections().Where(row => row.Type == nameof(Conv2d)).Sum(row => row.Params), "Each projection also has a batch normalisation.")),

        new NetworkExercise("11.3", "Build a residual network for 1×14×14 images with at least 50 convolutions and fewer than 40,000 parameters.",
            [1, 14, 14],
            (t => t.Total.Output.Count != 1 || t.Total.Units != 10, "The output must be one number for each of ten classes: [N, 10]."),
            (t => t.Rows.Count(row => row.Type == nameof(Conv2d)) < LeastConvolutions, "It has fewer than 50 convolutions."),
            (t => !t.Rows.Any(row => row.Type == nameof(Identity)), "It has no identity shortcut: a network this deep would not train."),
            (t => t.Total.Params >= MostParams, "It has 40,000 parameters or more: narrower blocks, or bottlenecks, will do.")),
    ];

    private static IEnumerable<LayerRow> Projections() =>
        Cifar56(Shortcut.C).Rows.Where(row => row.Layer.Contains("downsample", StringComparison.Ordinal));
}
