namespace CnnCourse.Plots.Tests;

public class ImageGridTests
{
    private static readonly Picture Dim = Picture.Grey(new[,] { { 0f, 0.2f } });
    private static readonly Picture Bright = Picture.Grey(new[,] { { 0f, 1f } });

    private static byte[][] Pixels(Figure figure) =>
        [.. figure.Panels[0].Traces.OfType<PictureTrace>().Select(t => t.Picture.ToBytes())];

    [Fact]
    public void Each_picture_can_use_its_own_range() =>
        Assert.Equal([[0, 255], [0, 255]], Pixels(Plot.ImageGrid([Dim, Bright], scale: PixelScale.Each)));

    [Fact]
    public void A_shared_range_keeps_pictures_comparable() => // 0.2 * 255 = 51
        Assert.Equal([[0, 51], [0, 255]], Pixels(Plot.ImageGrid([Dim, Bright], scale: PixelScale.Shared)));

    [Fact]
    public void Zero_is_white_under_a_diverging_map_whatever_the_range()
    {
        var pixels = Pixels(Plot.ImageGrid([Picture.Grey(new[,] { { -0.1f, 0f, 3f } })], scale: PixelScale.Each, map: ColorMap.Diverging))[0];
        Assert.Equal([255, 255, 255], pixels[3..6]);
    }

    [Fact]
    public void Tiles_fill_rows_from_the_left_with_their_captions_above()
    {
        var traces = Plot.ImageGrid([Dim, Dim, Dim], ["a", "b", "c"], columns: 2, tileSize: 100).Panels[0].Traces;
        PictureTrace[] tiles = [.. traces.OfType<PictureTrace>()];
        Assert.Equal((100.0, 50.0), (tiles[0].Width, tiles[0].Height));
        Assert.Equal((tiles[0].X, tiles[1].Y), (tiles[2].X, tiles[0].Y));
        Assert.True(tiles[1].X > tiles[0].X + 99 && tiles[2].Y > tiles[0].Y + 49);
        Assert.All(traces.OfType<TextTrace>().Zip(tiles), pair => Assert.True(pair.First.Y < pair.Second.Y));
    }

    [Fact]
    public void Boxes_of_a_tile_move_with_it()
    {
        var tiles = new[] { new Tile(Dim), new Tile(Dim) { Boxes = [new(1, 0, 2, 1)] } };
        var traces = Plot.ImageGrid(tiles, columns: 2, tileSize: 100).Panels[0].Traces;
        var (box, picture) = (traces.OfType<BoxTrace>().Single().Boxes[0], traces.OfType<PictureTrace>().Last());
        Assert.Equal((picture.X + 50, picture.X + 100, picture.Y, picture.Y + 50), (box.X1, box.X2, box.Y1, box.Y2));
    }
}
