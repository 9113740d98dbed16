using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>For each map a mosaic of its patterns, red above zero and blue below, beside one of the pieces of images that caused them.</summary>
    /// <param name="images">[N, C, H, W] in 0..1, the images that the patches count in.</param>
    /// <param name="maps">Their patches make squares best where they are nine.</param>
    public static Figure Patterns(Tensor images, params IReadOnlyList<MapPatterns> maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        using var scope = NewDisposeScope();
        var tiles = maps.SelectMany(map => new[]
        {
            new Tile(Pictures.Diverging(Mosaic(map.Patches.Select((patch, k) => Scaled(patch.Square(map.Patterns[k], map.Side))))), $"{map.Layer}, map {map.Map}"),
            new Tile(Pictures.Of(Mosaic(map.Patches.Select(patch => patch.Square(images[patch.Row], map.Side)))), "what it saw"),
        });
        return Plot.ImageGrid(tiles, columns: 4, tileSize: 150);

        static Tensor Mosaic(IEnumerable<Tensor> pictures) => Tiling.Grid(stack(pictures), columns: 3, gap: 1);
        static Tensor Scaled(Tensor pattern) => pattern / pattern.abs().max().clamp(min: 1e-12);
    }

    /// <summary>How features and answer change with the image, a panel a family of changes.</summary>
    public static Figure Invariance(params IReadOnlyList<InvarianceStudy> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var panels = studies.Select(study => Plot.Line(
                [
                    .. study.Features.Select(f => Series.Of(Named(study, f.Layer), study.X, f.Distances)),
                    Series.Of(Named(study, "right class"), study.X, study.Probability).Dashed(),
                ])
            .WithTitle(study.Name.Split(',')[0]).WithAxes(study.Name, study == studies[0] ? "distance, or probability" : null)
            .WithYRange(0, null).WithSize(study == studies[^1] ? 380 : 260, 300));
        return Plot.Row([.. panels])
            .WithCaption("Solid: how far the features have moved. Dashed: how sure the network still is of the right class.");

        string Named(InvarianceStudy study, string name) => study == studies[^1] ? name : "";   // one legend for all panels
    }
}
