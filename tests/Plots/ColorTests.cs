namespace CnnCourse.Plots.Tests;

public class ColorTests
{
    // Ends and middle as matplotlib's and ColorBrewer's tables give them.
    public static TheoryData<ColorMap, string, string> Ends => new()
    {
        { ColorMap.Viridis, "440154", "FDE725" },
        { ColorMap.Cividis, "00204C", "FFE945" },
        { ColorMap.Grey, "000000", "FFFFFF" },
        { ColorMap.Diverging, "053061", "67001F" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_map_begins_and_ends_with_its_published_colours(ColorMap map, string first, string last)
    {
        Assert.Equal(Rgb.Hex(first), map.At(0));
        Assert.Equal(Rgb.Hex(last), map.At(1));
        Assert.Equal(Rgb.Hex(first), map.At(-3));
        Assert.Equal(Rgb.Hex(last), map.At(7));
    }

    [Fact]
    public void The_middle_of_viridis_is_teal_and_of_the_diverging_map_white()
    {
        Assert.Equal(Rgb.Hex("21918C"), ColorMap.Viridis.At(0.5));
        Assert.Equal(Rgb.White, ColorMap.Diverging.At(0, -2, 2));
    }

    [Fact]
    public void Between_stops_a_map_is_linear() => Assert.Equal(new Rgb(64, 64, 64), ColorMap.Grey.At(0.25));

    [Theory]
    [InlineData("viridis")]
    [InlineData("cividis")]
    public void A_perceptual_map_grows_brighter_all_the_way(string name)
    {
        var map = name == "viridis" ? ColorMap.Viridis : ColorMap.Cividis;
        double[] luma = [.. Enumerable.Range(0, 33).Select(i => map.At(i / 32.0)).Select(c => 0.2126 * c.R + 0.7152 * c.G + 0.0722 * c.B)];
        Assert.All(luma.Zip(luma.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public void The_palette_is_okabe_and_itos_and_starts_again_after_eight()
    {
        string[] published = ["E69F00", "56B4E9", "009E73", "F0E442", "0072B2", "D55E00", "CC79A7", "000000"];
        Assert.Equal(published.Select(Rgb.Hex).OrderBy(c => c.Css), Enumerable.Range(0, 8).Select(Palette.At).OrderBy(c => c.Css));
        Assert.Equal(Palette.At(1), Palette.At(9));
    }

    [Fact]
    public void Words_that_are_no_colour_are_refused() => Assert.Throws<ArgumentException>(() => Rgb.Hex("blue"));
}
