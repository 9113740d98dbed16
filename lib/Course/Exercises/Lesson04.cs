using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 04, AlexNet.</summary>
internal static class Lesson04
{
    private const long Hidden = 2048, Convolutions = 5, Linears = 3;

    private static LayerTable Paper => LayerTable.Of(() => new AlexNet(AlexNet.Paper), 3, AlexNet.Paper.Input, AlexNet.Paper.Input);

    private static LayerTable Narrow => LayerTable.Of(() => new AlexNet(AlexNet.Paper with { Hidden = Hidden }), 3, AlexNet.Paper.Input, AlexNet.Paper.Input);

    private static LayerTable Joined => LayerTable.Of(() => Conv2d(96, 256, 5, padding: 2), 96, 27, 27);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("04.1", "How many parameters would the second convolution have if its two halves saw all 96 maps?",
            () => Joined.Total.Params,
            (() => Joined.Total.Params - AlexNet.Paper.Convolutions[1].Maps, "The biases are missing: one for each of the 256 maps."),
            (() => Paper.Rows.Where(r => r.Type == "Conv2d").ElementAt(1).Params, "That is the paper's layer: each half sees 48 maps. Here it sees all 96."),
            (() => Joined.Total.Macs, "Those are multiply-adds. Weights are shared by all places of a map and count once.")),

        new CountExercise("04.2", "How many parameters has the paper's network with hidden layers of 2,048 units?",
            () => Narrow.Total.Params,
            (() => Paper.Total.Params, "That is the network with 4,096. Change the line first."),
            (() => Paper.Total.Params / 2, "Not everything halves: the convolutions stay, and between the two hidden layers both sides shrink.")),

        new NetworkExercise("04.3", "Build a network in AlexNet's shape for 1×28×28 images, five convolutions and three linear layers to ten logits, whose linear layers hold less than half of its parameters.",
            [1, 28, 28],
            (t => t.Total.Output.Count != 1 || t.Total.Output[0] != 10, "The output must be one number for each of ten classes: [N, 10]."),
            (t => t.Rows.Count(r => r.Type == "Conv2d") != Convolutions, "AlexNet has five convolutions."),
            (t => t.Rows.Count(r => r.Type == "Linear") != Linears, "AlexNet has three linear layers."),
            (t => 2 * t.Rows.Where(r => r.Type == "Linear").Sum(r => r.Params) >= t.Total.Params,
                "The linear layers still hold half of the parameters or more: look at the first of them, and at the size of the maps it reads.")),
    ];
}
