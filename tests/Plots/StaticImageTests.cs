namespace CnnCourse.Plots.Tests;

/// <summary>These draw, so they need libcairo2, as the course itself does.</summary>
public class StaticImageTests
{
    private static Decoded Draw(Figure figure, double scale = 1) => Decoded.From(figure.ToPng(scale));

    private static IEnumerable<(int X, int Y)> Where(Decoded picture, Rgb color) =>
        from y in Enumerable.Range(0, picture.Height)
        from x in Enumerable.Range(0, picture.Width)
        where picture.At(x, y) == (color.R, color.G, color.B)
        select (x, y);

    [Fact]
    public void The_file_is_as_large_as_the_figure_says()
    {
        var figure = Plot.Line([1, 2, 3]).WithSize(400, 300);
        var (once, twice) = (Draw(figure), Draw(figure, 2));
        Assert.Equal((400, 300), (once.Width, once.Height));
        Assert.Equal((800, 600), (twice.Width, twice.Height));
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes()
    {
        static Figure Make() => Plot.Scatter(PointGroup.Of("a", [1, 2], [0.1, 0.2]).Labelled(["p", "q"])).WithTitle("t").WithCaption("c");
        Assert.Equal(Make().ToPng(), Make().ToPng());
        Assert.Equal(Make().ToPlotlyJson(), Make().ToPlotlyJson());
    }

    [Fact]
    public void Cells_of_a_heat_map_have_the_maps_colours_in_their_places()
    {
        var figure = Plot.Heatmap(new double[,] { { 0, 1 }, { 2, double.NaN } }, map: ColorMap.Viridis);
        var area = FigureLayout.Of(figure).Frames[0].Area;
        var picture = Draw(figure);
        (int, int, int) Cell(double column, double row) => picture.At((int)(area.X + area.Width * column), (int)(area.Y + area.Height * row));
        Assert.Equal((0x44, 0x01, 0x54), Cell(0.25, 0.25));
        Assert.Equal((0x21, 0x91, 0x8C), Cell(0.75, 0.25));
        Assert.Equal((0xFD, 0xE7, 0x25), Cell(0.25, 0.75));
        Assert.Equal((255, 255, 255), Cell(0.75, 0.75)); // NaN
    }

    [Fact]
    public void An_enlarged_pixel_is_a_sharp_square()
    {
        var picture = Draw(Plot.Image(Picture.FromBytes(2, 1, 3, [255, 0, 0, 0, 0, 255]), size: 200));
        var red = Where(picture, new(255, 0, 0)).ToArray();
        Assert.Equal(100 * 100, red.Length);
        Assert.Equal((99, 99), (red.Max(p => p.X) - red.Min(p => p.X), red.Max(p => p.Y) - red.Min(p => p.Y)));
    }

    [Fact]
    public void A_nan_leaves_a_gap_in_a_line()
    {
        var whole = Plot.Line(Series.Of("", [1, 1, 1, 1, 1]));
        var broken = Plot.Line(Series.Of("", [1, 1, double.NaN, 1, 1]));
        var middle = (int)FigureLayout.Of(broken).Frames[0].Area.CenterX;
        Assert.Contains(Where(Draw(whole), Palette.At(0)), p => p.X == middle);
        var columns = Where(Draw(broken), Palette.At(0)).Select(p => p.X).ToHashSet();
        Assert.DoesNotContain(middle, columns);
        Assert.Contains(columns, x => x < middle);
        Assert.Contains(columns, x => x > middle);
    }

    [Fact]
    public void Bars_are_as_long_as_their_values()
    {
        var picture = Draw(Plot.Bar(["a", "b"], [BarSeries.Of("x", [1, 3]).In(new(255, 0, 0))]));
        var columns = Where(picture, new(255, 0, 0)).CountBy(p => p.X).OrderBy(c => c.Key).ToArray();
        Assert.Equal(3.0, columns[^2].Value / (double)columns[1].Value, 0.05);
    }

    [Fact]
    public void A_box_is_drawn_around_its_pixels_only()
    {
        var color = new Rgb(255, 0, 0);
        var picture = Draw(Plot.Image(new float[100, 100], size: 100).WithBoxes(new Box(20, 30, 60, 80) { Color = color }));
        var edge = Where(picture, color).ToArray();
        var area = FigureLayout.Of(Plot.Image(new float[100, 100], size: 100)).Frames[0].Area;
        Assert.Equal((area.X + 19, area.X + 60), (edge.Min(p => p.X), edge.Max(p => p.X)));
        Assert.Equal((area.Y + 29, area.Y + 80), (edge.Min(p => p.Y), edge.Max(p => p.Y)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(100)]
    public void A_scale_that_makes_no_picture_is_refused(double scale) =>
        Assert.Throws<ArgumentException>(() => Plot.Line([1, 2]).ToPng(scale));
}
