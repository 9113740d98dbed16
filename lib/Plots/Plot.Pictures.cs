namespace CnnCourse.Plots;

public static partial class Plot
{
    private const int PictureRoom = 360, GridRoom = 760;
    private const double CaptionHeight = 18, TileGap = 6;

    /// <summary>One picture, enlarged to whole pixels where it is small.</summary>
    public static Figure Image(Picture picture, int? size = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var zoom = Zoom(size ?? PictureRoom, Math.Max(picture.Width, picture.Height));
        return Pictures([new PictureTrace(picture, 0, 0, picture.Width, picture.Height)], picture.Width, picture.Height, zoom);
    }

    /// <param name="values">[H, W], 0 black to 1 white.</param>
    public static Figure Image(float[,] values, int? size = null) => Image(Picture.Grey(values), size);

    /// <summary>Many small pictures (filters, feature maps, samples) with words above them.</summary>
    /// <param name="columns">Pictures in a row; null makes the grid about square.</param>
    /// <param name="map">Colours grey pictures; a diverging map keeps zero in its middle.</param>
    /// <param name="tileSize">Pixels of the longer side of a tile; null fills the usual width.</param>
    public static Figure ImageGrid(IEnumerable<Tile> tiles, int? columns = null, PixelScale scale = PixelScale.Unit, ColorMap? map = null, int? tileSize = null)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        Tile[] all = [.. tiles];
        Checks.NotEmpty(all, "picture");
        if (columns < 1) throw new ArgumentException($"A grid of {columns} columns is empty: give at least 1.", nameof(columns));
        var across = Math.Min(columns ?? (int)Math.Ceiling(Math.Sqrt(all.Length * 1.6)), all.Length);
        var down = (all.Length + across - 1) / across;
        // The grid's unit is the pixel of the finished figure.
        var (wide, high) = (all.Max(t => t.Picture.Width), all.Max(t => t.Picture.Height));
        var side = tileSize ?? Math.Clamp((GridRoom - (across - 1) * TileGap) / across, 16, 160);
        var zoom = Zoom(side, Math.Max(wide, high));
        var head = all.Any(t => !string.IsNullOrEmpty(t.Caption)) ? CaptionHeight : 0;
        var (stepX, stepY) = (wide * zoom + TileGap, high * zoom + head + TileGap);

        var pictures = Prepared([.. all.Select(t => t.Picture)], scale, map);
        List<Trace> traces = [];
        foreach (var (i, tile) in all.Index())
        {
            var (left, top) = (i % across * stepX, i / across * stepY);
            var (w, h) = (tile.Picture.Width * zoom, tile.Picture.Height * zoom);
            var x = left + (wide * zoom - w) / 2;
            traces.Add(new PictureTrace(pictures[i], x, top + head, w, h));
            var place = new Rect(x, top + head, w, h);
            if (tile.Boxes.Count > 0) traces.Add(new BoxTrace([.. tile.Boxes.Select(b => Moved(b, place, zoom))], place));
            if (!string.IsNullOrEmpty(tile.Caption)) traces.Add(new TextTrace(left + wide * zoom / 2, top + head / 2, tile.Caption, stepX - 2));
        }
        return Pictures(traces, across * stepX - TileGap, down * stepY - TileGap, 1);
    }

    /// <summary>A whole number for small pictures, so that all their pixels are equally large.</summary>
    private static double Zoom(double room, int pixels)
    {
        var zoom = room / pixels;
        return pixels <= PictureTrace.Small && zoom >= 2 ? Math.Floor(zoom + 0.1) : zoom;
    }

    private static Box Moved(Box box, Rect place, double zoom) => box with
    {
        X1 = place.X + box.X1 * zoom,
        X2 = place.X + box.X2 * zoom,
        Y1 = place.Y + box.Y1 * zoom,
        Y2 = place.Y + box.Y2 * zoom,
    };

    /// <summary>Pictures with one caption each, or none.</summary>
    public static Figure ImageGrid(IEnumerable<Picture> pictures, IEnumerable<string>? captions = null, int? columns = null, PixelScale scale = PixelScale.Unit, ColorMap? map = null, int? tileSize = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        Picture[] all = [.. pictures];
        string[]? words = captions is null ? null : [.. captions];
        if (words is not null) Checks.SameLength(words.Length, all.Length, "The list of captions", "the list of pictures");
        return ImageGrid(all.Select((picture, i) => new Tile(picture, words?[i])), columns, scale, map, tileSize);
    }

    private static Figure Pictures(IReadOnlyList<Trace> traces, double width, double height, double zoom) => new(new Panel(traces)
    {
        X = new() { IsTight = true, IsVisible = false, HasGrid = false, Low = 0, High = width },
        Y = new() { IsTight = true, IsVisible = false, HasGrid = false, Low = 0, High = height, IsReversed = true },
        IsEqual = true,
        Width = (int)Math.Round(width * zoom),
        Height = (int)Math.Round(height * zoom),
    });

    private static Picture[] Prepared(IReadOnlyList<Picture> pictures, PixelScale scale, ColorMap? map)
    {
        var shared = Extent.Of(pictures.SelectMany(p => new[] { p.Range.Low, p.Range.High })) ?? (0, 1);
        return [.. pictures.Select(picture =>
        {
            var (low, high) = scale switch { PixelScale.Unit => (0, 1), PixelScale.Each => picture.Range, _ => shared };
            if (map is null || picture.Channels == 3) return picture.Stretched(low, high);
            if (map.IsDiverging && scale != PixelScale.Unit) (low, high) = map.Range([low, high]);
            return picture.Colored(map, map.IsDiverging && scale == PixelScale.Unit ? -1 : low, high);
        })];
    }
}
