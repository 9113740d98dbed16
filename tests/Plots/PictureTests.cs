namespace CnnCourse.Plots.Tests;

public class PictureTests
{
    [Fact]
    public void Planes_become_interleaved_pixels()
    {
        var picture = Picture.FromPlanes(3, 1, 2, [1, 2, 3, 4, 5, 6]); // R = 1 2, G = 3 4, B = 5 6
        Assert.Equal([1f, 3, 5, 2, 4, 6], picture.Data.ToArray());
    }

    [Fact]
    public void Grey_rounds_to_the_nearest_byte_and_clips()
    {
        var decoded = Decoded.From(Picture.Grey(new[,] { { -1f, 0, 0.5f, 1, 9, float.NaN } }).ToPng());
        Assert.Equal([0, 0, 128, 255, 255, 0], decoded.Pixels);
    }

    [Fact]
    public void A_diverging_map_puts_zero_in_the_middle()
    {
        var colored = Decoded.From(Picture.Grey(new[,] { { -1f, 0, 4 } }).Colored(ColorMap.Diverging).ToPng());
        Assert.Equal((255, 255, 255), colored.At(1, 0));
        Assert.Equal((0x67, 0x00, 0x1F), colored.At(2, 0));
    }

    [Fact]
    public void A_mask_leaves_background_and_mixes_the_rest_half_and_half()
    {
        var masked = Decoded.From(Picture.Grey(new[,] { { 0f, 0f } }).WithMask(new[,] { { 0, 1 } }).ToPng());
        Assert.Equal((0, 0, 0), masked.At(0, 0));
        Assert.Equal((0, 0x72 / 2, 0xB2 / 2), masked.At(1, 0)); // Okabe-Ito blue is 0072B2
    }

    [Fact]
    public void Heat_is_enlarged_between_pixel_centres()
    {
        // Two columns 0 and 1 over four pixels: align_corners: false gives 0, 0.25, 0.75, 1.
        var black = Picture.Grey(new float[1, 4]);
        var heated = Decoded.From(black.WithHeat(new[,] { { 0f, 1f } }, ColorMap.Grey, opacity: 1).ToPng());
        double[] expected = [.. new[] { 0, 0.25, 0.75, 1 }.Select(t => 255 * t * (0.35 + 0.65 * t))];
        for (var x = 0; x < 4; x++) Assert.Equal(expected[x], heated.At(x, 0).R, 1.0);
    }

    [Fact]
    public void A_mask_of_another_size_is_refused() =>
        Assert.Contains("resize the mask", Assert.Throws<ArgumentException>(() => Picture.Grey(new float[2, 2]).WithMask(new int[3, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Data_that_do_not_fill_the_picture_are_refused() =>
        Assert.Contains("5 values are not a 2 x 1 picture of 3 channels", Assert.Throws<ArgumentException>(() => Picture.FromPlanes(3, 1, 2, new float[5])).Message, StringComparison.Ordinal);
}
