using CnnCourse.Arithmetic;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace CnnCourse.Exercises;

/// <summary>The exercises of notebook 09, batch normalisation.</summary>
internal static class Lesson09
{
    private const long Batch = 16, Maps = 24, Side = 7, Width = 64, MostParams = 10_000, LeastField = 9;

    private static LayerTable Block(bool bias) => LayerTable.Of(
        () => Sequential(Conv2d(Width, Width, 3, padding: 1, bias: bias), BatchNorm2d(Width), ReLU()), Width, 14, 14);

    public static Exercise[] Exercises { get; } =
    [
        new CountExercise("09.1", "Over how many values is each mean taken: 16 images, 24 maps of 7×7?",
            () => Batch * Side * Side,
            (() => Batch * Side * Side * Maps, "Each map has a mean of its own: the maps are not averaged together."),
            (() => Side * Side, "That is one image. The mean runs over the whole batch."),
            (() => Batch, "In a convolution all places of a map share their statistics, as they share their weights."),
            (() => Batch * Maps, "Places are averaged, maps are not.")),

        new CountExercise("09.2", "How many parameters has the block without the useless bias?",
            () => Block(bias: false).Total.Params,
            (() => Block(bias: true).Total.Params, "The bias of the convolution is still there."),
            (() => Block(bias: false)["0"].Params, "The normalisation learns too: a γ and a β for each map."),
            (() => Block(bias: false)["0"].Params + Width, "One number a map is missing: γ and β are two.")),

        new NetworkExercise("09.3", "Build a network for 1×14×14 images of 3×3 convolutions, each without a bias and with a normalisation, that sees 9×9 pixels.",
            [1, 14, 14],
            (t => t.Total.Output.Count != 1 || t.Total.Units != 10, "The output must be one number for each of ten classes: [N, 10]."),
            (t => Convolutions(t).Any(row => !row.ParamsFormula.StartsWith("(3·3·", StringComparison.Ordinal)), "Not every convolution is 3×3: look at its layer table."),
            (t => Convolutions(t).Count() != t.Rows.Count(row => row.Type == nameof(BatchNorm2d)), "Each convolution needs a normalisation of its own."),
            (t => Convolutions(t).Any(row => row.ParamsFormula.Contains("+1", StringComparison.Ordinal)), "A convolution still has a bias, which the normalisation would subtract again."),
            (t => Convolutions(t).Select(row => row.Field.Size).DefaultIfEmpty().Max() < LeastField, "The last convolution does not see 9×9 pixels: stack more of them, or pool between them."),
            (t => t.Total.Params > MostParams, "It has more than 10,000 parameters: fewer maps will do.")),
    ];

    private static IEnumerable<LayerRow> Convolutions(LayerTable table) => table.Rows.Where(row => row.Type == nameof(Conv2d));
}
