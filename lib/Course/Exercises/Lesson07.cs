using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 07, VGG.</summary>
internal static class Lesson07
{
    private const long Maps = 32, Side = 28;

    private static LayerTable D => LayerTable.Of(() => new Vgg(Vgg.Column("D")), 3, 224, 224);

    private static LayerTable SmallD => LayerTable.Of(() => new Vgg(Vgg.Column("D"), input: 32), 3, 32, 32);

    private static LayerTable Seven => LayerTable.Of(() => Conv2d(Maps, Maps, 7, padding: 3), Maps, Side, Side);

    private static LayerRow FirstLinear => D["classifier.0"];

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("07.1", "How many parameters has the first linear layer of VGG-16?",
            () => FirstLinear.Params,
            (() => FirstLinear.Macs, "The biases are missing: one for each unit."),
            (() => Vgg.Maps[^1] * FirstLinear.Units, "Each unit sees all 7×7 places of each map."),
            (() => (Vgg.Maps[^1] + 1) * FirstLinear.Units, "Each unit sees all 7×7 places of each map."),
            (() => D["classifier.3"].Params, "That is the second linear layer.")),

        new CountExercise("07.2", "How many parameters has column D for images of 32×32?",
            () => SmallD.Total.Params,
            (() => D.Total.Params, "That is D for images of 224×224: say input: 32."),
            (() => D.Total.Params - FirstLinear.Params, "The first linear layer does not vanish; it sees one place of 512 maps.")),

        new NetworkExercise("07.3", "Build a stack on 32 maps of 28×28 that sees 7×7 with less than half the parameters of one 7×7 convolution.",
            [Maps, Side, Side],
            (t => !t.Total.Output.SequenceEqual([Maps, Side, Side]), "The output must be 32 maps of 28×28, like the input: pad each kernel by half its size."),
            (t => t.Total.Field.Size < 7, "A unit of the output does not see 7×7: look at the field column of its layer table."),
            (t => t.Rows.Count(row => row.Type == "ReLU") < 2, "There are fewer than two nonlinearities in it; without them the stack is one linear map."),
            (t => 2 * t.Total.Params >= Seven.Total.Params, "It has half the parameters of one 7×7 convolution, or more: let the 3×3 work on fewer maps.")),
    ];
}
