using CnnCourse.Arithmetic;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 06, Network in Network.</summary>
internal static class Lesson06
{
    private const long Maps = 1024, Side = 7, Classes = 1000;
    private const long SmallestField = 14, MostParams = 30_000;

    private static LayerTable Mixing => LayerTable.Of(() => Conv2d(160, 96, 1), 160, 32, 32);

    private static LayerTable AfterAverage => LayerTable.Of(() => Linear(Maps, Classes), Maps);

    private static LayerTable OnMaps => LayerTable.Of(() => Linear(Maps * Side * Side, Classes), Maps * Side * Side);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("06.1", "How many parameters has a 1×1 convolution from 160 maps to 96?",
            () => Mixing.Total.Params,
            (() => Mixing.Total.Params - 96, "The biases are missing: one for each of the 96 maps."),
            (() => Mixing.Total.Macs, "Those are multiply-adds. The small network is the same at every pixel, so its weights count once."),
            (() => 96, "A 1×1 kernel looks at one pixel, but at all 160 maps of it.")),

        new CountExercise("06.2", "1,024 maps of 7×7 are averaged before a linear layer to 1,000 classes. How many parameters has that layer?",
            () => AfterAverage.Total.Params,
            (() => OnMaps.Total.Params, "That is the layer on all 7×7 places. After the average each map is one number."),
            (() => Maps * Classes, "The biases are missing: one for each class."),
            (() => OnMaps.Total.Params - Classes, "That is the layer on all 7×7 places, and without its biases.")),

        new NetworkExercise("06.3", "Build a network without any linear layer for 1×28×28 images and ten classes, that sees at least 14 pixels and has at most 30,000 parameters.",
            [1, 28, 28],
            (t => t.Total.Output.Count != 1 || t.Total.Output[0] != 10, "The output must be one number for each of ten classes, [N, 10]: pool the maps to 1×1 and flatten."),
            (t => t.Rows.Any(r => r.Type == "Linear"), "There is a linear layer in it; let ten maps be the ten classes."),
            (t => t.Rows.All(r => r.Type != "Conv2d"), "Nothing in it learns."),
            (t => t.Rows.Last(r => r.Type == "Conv2d").Field.Size < SmallestField, "A unit of the last convolution sees less than 14 pixels: look at the field column."),
            (t => t.Total.Params > MostParams, "It has more than 30,000 parameters: look at the params column for the layer that has most.")),
    ];
}
