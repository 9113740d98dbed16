using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 12, the decade in one chart.</summary>
internal static class Lesson12
{
    private const long Maps = 256, Narrow = 64, Side = 28, Larger = 448, MostParams = 300_000, MostMacs = 30_000_000;

    private static LayerTable ResNet50(long side) => LayerTable.Of(ModelZoo.Find("resnet50").Build, 3, side, side);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("12.1", "How many multiply-adds do a 1×1 convolution from 256 to 64 maps and a 3×3 from 64 to 64 take on 28×28 places?",
            () => Side * Side * (Maps * Narrow + 9 * Narrow * Narrow),
            (() => Maps * Narrow + 9 * Narrow * Narrow, "Those are the weights. Each is used at every one of the 28·28 places."),
            (() => Side * Side * 9 * Maps * Narrow, "That is a 3×3 convolution on all 256 maps, without the reduction."),
            (() => Side * Side * 9 * Narrow * Narrow, "The 1×1 convolution costs something too."),
            (() => Side * Side * Maps * Narrow, "That is the 1×1 convolution alone.")),

        new CountExercise("12.2", "How many multiply-adds does ResNet-50 take on an image of 448×448?",
            () => ResNet50(Larger).Total.Macs,
            (() => ResNet50(Larger / 2).Total.Macs, "That is the image of 224×224."),
            (() => 4 * ResNet50(Larger / 2).Total.Macs, "Nearly: the convolutions cost four times as much, the last layer does not."),
            (() => 2 * ResNet50(Larger / 2).Total.Macs, "Twice the side is four times the places."),
            (() => ResNet50(Larger).Total.Params, "Those are parameters, which do not depend on the image's size.")),

        new NetworkExercise("12.3", "Build a network for 3×32×32 images and ten classes with at most 300,000 parameters and 30 million multiply-adds, at least 20 layers deep.",
            [3, 32, 32],
            (t => t.Total.Output.Count != 1 || t.Total.Units != 10, "The output must be one number for each of ten classes: [N, 10]."),
            (t => t.Depth < 20, "The longest way through it has fewer than 20 convolutions and linear layers."),
            (t => t.Total.Params > MostParams, "It has more than 300,000 parameters: look at the params column for the layer that has most."),
            (t => t.Total.Macs > MostMacs, "It takes more than 30 million multiply-adds: halve the side earlier, or narrow the layers that work on large maps."),
            (t => !t.Rows.Any(row => row.Type is nameof(AdaptiveAvgPool2d) || row.Field.Size >= 32), "A unit of the output does not see the whole image.")),
    ];
}
