using CnnCourse.Arithmetic;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 05, ZFNet and the deconvnet.</summary>
internal static class Lesson05
{
    private const long Side = 4, Row = 3, Column = 2;
    private const long LargestKernel = 7, SmallestField = 20, MostParams = 20_000;

    private static LayerTable Strided => LayerTable.Of(() => Conv2d(3, 96, 7, 4, 1), 3, 224, 224);

    private static LayerTable Paper => LayerTable.Of(() => Conv2d(3, 96, 7, 2, 1), 3, 224, 224);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("05.1", "A maximum lies in row 3, column 2 of a 4×4 map, counted from 0. Which flat place is its switch?",
            () => Row * Side + Column,
            (() => Row * Side + Column + 1, "Places are counted from 0, like the rows and columns."),
            (() => Column * Side + Row, "Rows come first: a map lies in memory row after row."),
            (() => Side - 1, "That is the place in the pooled map. The switch says where in the *large* map the value came from."),
            (() => (Row - 1) * Side + Column, "One row too few: row 3 has three whole rows before it.")),

        new CountExercise("05.2", "How many multiply-adds does ZFNet's first layer need with a stride of 4?",
            () => Strided.Total.Macs,
            (() => Paper.Total.Macs, "That is the paper's layer, stride 2. Change the line first."),
            (() => Strided.Total.Params, "Those are parameters; the stride does not change them. Every unit uses its own 7·7·3 products."),
            (() => Strided.Total.Connections, "Those are connections, biases counted; multiply-adds leave the biases out."),
            (() => Paper.Total.Macs / 2, "The step doubles along the rows *and* along the columns.")),

        new NetworkExercise("05.3", "Build a network for 1×28×28 images and ten classes: first filters at most 7×7, a last convolution that sees 20 pixels or more, at most 20,000 parameters.",
            [1, 28, 28],
            (t => t.Total.Output.Count != 1 || t.Total.Output[0] != 10, "The output must be one number for each of ten classes: [N, 10]."),
            (t => !t.Rows.Any(r => r.Type == "Conv2d"), "There is no convolution in it."),
            (t => t.Rows.First(r => r.Type == "Conv2d").Field.Size > LargestKernel, "The first filters are larger than 7×7."),
            (t => t.Rows.Last(r => r.Type == "Conv2d").Field.Size < SmallestField, "A unit of the last convolution sees less than 20 pixels: look at the field column, and at what pooling does to it."),
            (t => t.Total.Params > MostParams, "It has more than 20,000 parameters: look at the params column for the layer that has most.")),
    ];
}
