using System.Globalization;
using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Plots;
using CnnCourse.Training;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>Figures of data, training and results. Nothing is computed here that is not drawn, and nothing is written to disk.</summary>
public static partial class Draw
{
    private const int MostLargeKernels = 32;

    /// <summary>The first images of each class, a row a class.</summary>
    /// <param name="set">Images in 0..1.</param>
    /// <param name="perClass">Images in a row.</param>
    public static Figure Samples(ImageSet set, int perClass = 8)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var scope = NewDisposeScope();
        var labels = set.LabelArray();
        var tiles = set.Classes.Index().SelectMany(c => labels.Index().Where(l => l.Item == c.Index).Take(perClass)
            .Select((l, place) => new Tile(Pictures.Of(set.Images[l.Index]), place == 0 ? c.Item : null)));
        return Plot.ImageGrid(tiles, columns: perClass, scale: PixelScale.Shared)
            .WithTitle("What the network is shown")
            .WithCaption($"The first {perClass} images of each of the {set.Classes.Count} classes, a row a class.");
    }

    /// <summary>The kernels of a convolution; red is positive, blue is negative, white is zero.</summary>
    /// <param name="weight">[outputs, inputs, k, k]; with three inputs the kernels are shown in colour.</param>
    /// <param name="name">The layer's name, for the title.</param>
    public static Figure Filters(Tensor weight, string name)
    {
        ArgumentNullException.ThrowIfNull(weight);
        using var scope = NewDisposeScope();
        var shape = weight.shape;
        var isColor = shape[1] == 3;
        var kernels = isColor ? weight : weight.reshape(-1, 1, shape[2], shape[3]);
        var tiles = Enumerable.Range(0, (int)kernels.shape[0]).Select(k => new Tile(Pictures.Of(kernels[k])));
        var columns = (int)(shape[1] is 1 or 3 ? Math.Min(16, shape[0]) : shape[1]);
        return Plot.ImageGrid(tiles, columns, tileSize: kernels.shape[0] > MostLargeKernels ? 32 : null,
                scale: isColor ? PixelScale.Each : PixelScale.Shared, map: isColor ? null : ColorMap.Diverging)
            .WithTitle($"{name}: {shape[0]} × {shape[1]} kernels of {shape[2]}×{shape[3]}")
            .WithCaption(isColor ? "Each kernel is stretched to its own range."
                : "Red weights are positive, blue ones negative, white ones zero; one scale for all.");
    }

    /// <summary>What each layer makes of one image, a panel a layer; vectors are folded into rectangles.</summary>
    public static Figure LayerMaps(IReadOnlyList<LayerMaps> layers, int mostMaps = 32)
    {
        ArgumentNullException.ThrowIfNull(layers);
        using var scope = NewDisposeScope();
        var panels = layers.Select(layer =>
        {
            var maps = layer.Maps.ndim == 3 && layer.Maps.shape[1] * layer.Maps.shape[2] > 1 ? layer.Maps : Tiling.Folded(layer.Maps).unsqueeze(0);
            var count = (int)Math.Min(mostMaps, maps.shape[0]);
            var isSigned = maps.min().item<float>() < 0;
            return Plot.ImageGrid(Enumerable.Range(0, count).Select(k => new Tile(Pictures.Of(maps[k]))), columns: Math.Min(count, 16),
                    scale: PixelScale.Shared, map: isSigned ? ColorMap.Diverging : ColorMap.Grey, tileSize: count == 1 ? 96 : 56)
                .WithTitle($"{layer.Layer}  {string.Join('×', layer.Maps.shape)}");
        });
        return Plot.Subplots(1, [.. panels])
            .WithTitle("One image through all layers")
            .WithCaption("Each panel is a layer with one scale for all its maps; where a layer has negative outputs they are blue and positive ones red.");
    }

    /// <summary>Training loss and test accuracy over the epochs of one or more runs.</summary>
    public static Figure LearningCurves(params IReadOnlyList<(string Name, History History)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var loss = Plot.Line([.. runs.Select(r => Series.Of("", r.History.Losses, start: 1).Marked())])   // one legend for both panels
            .WithAxes("epoch", "training loss").WithTitle("Training loss");
        var accuracy = Plot.Line([.. runs.Select(r => Series.Of(r.Name, r.History.Accuracies.Select(a => 100 * a), start: 1).Marked())])
            .WithAxes("epoch", "test accuracy, %").WithTitle("Test accuracy");
        var ends = runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name} ends at {r.History[^1].TestAccuracy:0.0%}"));
        return Plot.Row(loss, accuracy)
            .WithCaption($"{string.Join(", ", ends)}.{(runs.Count > 1 ? " Losses of different kinds have different scales." : "")}");
    }

    /// <summary>How often each class was taken for each other.</summary>
    public static Figure Confusion(TestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var counts = report.Confusion;
        var worst = (from t in Enumerable.Range(0, report.Classes.Count)
                     from p in Enumerable.Range(0, report.Classes.Count)
                     where t != p
                     orderby counts[t, p] descending
                     select (t, p)).First();
        return Plot.ConfusionMatrix(counts, report.Classes)
            .WithTitle(string.Create(CultureInfo.InvariantCulture, $"{report.Right:N0} of {report.Count:N0} right ({report.Accuracy:0.00%})"))
            .WithCaption($"Most often taken for something else: {report.Classes[worst.t]} for {report.Classes[worst.p]}, {counts[worst.t, worst.p]} times.");
    }

    /// <summary>The wrong answers that the network was surest of.</summary>
    /// <param name="report">What the network said about the set.</param>
    /// <param name="set">The same set, its images in 0..1.</param>
    /// <param name="count">Mistakes to show.</param>
    public static Figure Mistakes(TestReport report, ImageSet set, int count = 12)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(set);
        using var scope = NewDisposeScope();
        var mistakes = report.Mistakes(count);
        if (mistakes.Count == 0) throw new ArgumentException("the network made no mistake on this set: there is nothing to draw", nameof(report));
        var tiles = mistakes.Select(m => new Tile(Pictures.Of(set.Images[m.Row]),
            $"{report.Classes[m.Predicted]}? {report.Classes[m.Truth]}"));
        return Plot.ImageGrid(tiles, columns: 6, scale: PixelScale.Shared, tileSize: 128)
            .WithTitle($"The {mistakes.Count} mistakes that it was surest of")
            .WithCaption(string.Create(CultureInfo.InvariantCulture,
                $"Above each image what the network said, then what it is. It gave its answers probabilities of {mistakes[^1].Confidence:0.0%} and more."));
    }
}
