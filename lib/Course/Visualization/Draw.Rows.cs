using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>Rows of pictures, the name of each row above its first one.</summary>
    /// <param name="rows">[K, H, W], [K, 1, H, W] or [K, 3, H, W] with the same K, black at 0 and white at 1; what lies beyond is cut off.</param>
    /// <param name="map">Colours for grey pictures; with a diverging map each row keeps its own range about zero.</param>
    /// <param name="tileSize">Pixels of the longer side of a picture.</param>
    public static Figure ImageRows(IReadOnlyList<(string Name, Tensor Images)> rows, ColorMap? map = null, int tileSize = 64)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var scope = NewDisposeScope();
        var tiles = rows.SelectMany(row => Enumerable.Range(0, (int)row.Images.shape[0])
            .Select(k => new Tile(Picture(Ranged(row.Images, map)[k], map), k == 0 ? row.Name : null)));
        return Plot.ImageGrid(tiles, columns: (int)rows[0].Images.shape[0], tileSize: tileSize)
            .WithAlt($"Rows of {rows[0].Images.shape[0]} pictures, from top to bottom: {string.Join(", ", rows.Select(row => row.Name))}.");
    }

    private static Tensor Ranged(Tensor images, ColorMap? map) => map is { IsDiverging: true } ? images / images.abs().max() : images.clamp(0, 1);

    private static Picture Picture(Tensor image, ColorMap? map) => map is null ? Pictures.Of(image) : Pictures.Of(image).Colored(map, map.IsDiverging ? -1 : 0, 1);
}
