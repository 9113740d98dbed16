using CnnCourse.Arithmetic;
using CnnCourse.Models;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 02, LeNet-5.</summary>
internal static class Lesson02
{
    private const long Kernel = 3, Maps = 6, Side = 32;
    private static readonly long[] image = [1, Side, Side];

    private static LayerTable Paper => LayerTable.Of(() => new LeNet5(), image);

    private static LayerTable Modern => LayerTable.Of(() => new LeNet5Modern(), image);

    private static LayerTable SmallKernel => LayerTable.Of(() => TorchSharp.torch.nn.Conv2d(1, Maps, Kernel), image);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("02.1", "How many parameters would C3 have if each of its maps saw all maps of S2?",
            () => Modern["C3"].Params,
            (() => Modern["C3"].Params - LeNet5.Table[2].Maps, "The biases are missing: one for each map of C3."),
            (() => Paper["C3"].Params, "That is the paper's C3, with Table I. Here every map sees all six."),
            (() => Modern["C3"].Connections, "Those are connections. A map's weights are shared by all its units and count once."),
            (() => Modern["C3"].Params * Maps, "Each of the 16 maps has its own kernels, but the six maps of S2 are already counted inside them.")),

        new CountExercise("02.2", "How many connections would C1 have with six 3×3 kernels instead of 5×5?",
            () => SmallKernel.Total.Connections,
            (() => SmallKernel.Total.Params, "Those are parameters. Every unit of every map has its own connections."),
            (() => SmallKernel.Total.Macs, "The biases are missing: one connection for each unit."),
            (() => SmallKernel.Total.Params * Paper["C1"].Output[1] * Paper["C1"].Output[2], "A smaller kernel leaves a larger map: it is no longer 28×28."),
            (() => SmallKernel.Total.Params * Side * Side, "Without padding a map is smaller than the image it is made from.")),

        new NetworkExercise("02.3", "Build a network for 1×32×32 images and ten classes that sees the whole image and has fewer parameters than the modern LeNet-5.",
            image,
            (t => t.Total.Units != LeNet5.Table[^1].Maps || t.Total.Output.Count != 1, "The output must be one number for each of ten classes: [N, 10]."),
            (t => t.Rows.All(r => r.Params == 0), "Nothing in it learns."),
            (t => t.Total.Field.Size < Side, "A unit of the output does not see the whole image: look at the field column of its layer table."),
            (t => t.Total.Params >= Modern.Total.Params, "It does not have fewer parameters than the modern LeNet-5: look at the params column for the layer that has most.")),
    ];
}
