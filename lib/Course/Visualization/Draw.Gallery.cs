using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>Pictures under their names; one with negative numbers is drawn in red and blue about zero, by its own range.</summary>
    /// <param name="pictures">[H, W], [1, H, W] or [3, H, W]; without negative numbers black is 0 and white 1, what lies beyond is cut off.</param>
    /// <param name="columns">Pictures in a row; all in one if null.</param>
    /// <param name="tileSize">Pixels of the longer side; null fills the usual width.</param>
    public static Figure Gallery(IReadOnlyList<(string Name, Tensor Picture)> pictures, int? columns = null, int? tileSize = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        return Plot.ImageGrid(pictures.Select(p => new Tile(Signed(p.Picture), p.Name)), columns ?? pictures.Count, tileSize: tileSize)
            .WithAlt($"Pictures: {string.Join(", ", pictures.Select(p => p.Name))}.");
    }

    /// <summary>Effective receptive fields, each in the box of all pixels with any influence. The root of the influence is drawn, else the rim would be invisible.</summary>
    /// <param name="fields">[H, W], as <see cref="EffectiveField"/> gives them.</param>
    /// <param name="columns">Fields in a row.</param>
    public static Figure EffectiveFields(IReadOnlyList<(string Name, Tensor Field)> fields, int columns)
    {
        ArgumentNullException.ThrowIfNull(fields);
        using var scope = NewDisposeScope();
        var tiles = fields.Select(f =>
        {
            var (top, left, bottom, right) = EffectiveField.Extent(f.Field);
            return new Tile(Pictures.Of((f.Field / f.Field.max()).sqrt()).Colored(ColorMap.Viridis, 0, 1), f.Name) { Boxes = [new(left, top, right, bottom)] };
        });
        return Plot.ImageGrid(tiles, columns)
            .WithAlt($"Bright spots in boxes: {string.Join(", ", fields.Select(f => f.Name))}.");
    }

    private static Picture Signed(Tensor picture)
    {
        var isSigned = picture.min().item<float>() < 0;
        return isSigned ? Pictures.Of(picture).Colored(ColorMap.Diverging) : Pictures.Of(picture.clamp(0, 1));
    }
}
