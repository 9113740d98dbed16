using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 08, GoogLeNet.</summary>
internal static class Lesson08
{
    private const long Channels = 192, Side = 28, LeastMaps = 256, MostParams = 100_000;
    private static readonly InceptionRow row3a = GoogLeNet.Table1[0];

    private static LayerTable Module3a => LayerTable.Of(() => new Inception(Channels, row3a, GoogLeNet.Paper), Channels, Side, Side);

    private static LayerTable FiveAlone => LayerTable.Of(() => Conv2d(Channels, row3a.Five, 5, padding: 2, bias: false), Channels, Side, Side);

    private static LayerTable Head(bool averaged) => LayerTable.Of(
        () => averaged ? Sequential(AdaptiveAvgPool2d(1), Flatten(), Linear(1024, 1000)) : Sequential(Flatten(), Linear(1024 * 7 * 7, 1000)), 1024, 7, 7);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("08.1", "How many weights has the 5×5 branch of 3a, its reduction with it, biases left out?",
            () => FiveBranch.Sum(Weights),
            (() => FiveBranch.Sum(layer => layer.Params), "The biases are in it: the question leaves them out."),
            (() => FiveAlone.Total.Params, "That is the naive branch: its 5×5 kernels see all 192 maps."),
            (() => Weights(FiveBranch[^1]), "The reduction's own weights are missing."),
            (() => Weights(FiveBranch[0]), "That is the reduction alone.")),

        new CountExercise("08.2", "How many parameters has the last layer if nothing is averaged before it?",
            () => Head(averaged: false).Total.Params,
            (() => Head(averaged: true).Total.Params, "That is with the average: each class sees 1024 numbers. Without it, 1024 maps of 7×7."),
            (() => Head(averaged: false).Total.Macs, "The biases are missing: one for each class.")),

        new NetworkExercise("08.3", "Write a row for an Inception module on 192 maps of 28×28: at least 256 maps, fewer than 100,000 parameters.",
            [Channels, Side, Side],
            (t => t.Total.Output is not [_, Side, Side], "The module must keep the size: [N, maps, 28, 28]."),
            (t => t.Total.Output[0] < LeastMaps, "It puts out fewer than 256 maps: add up the four branches."),
            (t => t.Total.Field.Size < 5, "None of its units sees 5×5 pixels."),
            (t => t.Rows.Count(row => row.Type == "Conv2d") < 6, "An Inception module has six convolutions: three of them reduce or project."),
            (t => t.Total.Params >= MostParams, "It has 100,000 parameters or more: reduce harder before the 3×3, where most of them are.")),
    ];

    private static LayerRow[] FiveBranch => [.. Module3a.Rows.Where(row => row.Layer.StartsWith("branch3.", StringComparison.Ordinal) && row.Type == "Conv2d")];

    // Each unit of a map has one multiply-add for each weight.
    private static long Weights(LayerRow layer) => layer.Macs / (Side * Side);
}
