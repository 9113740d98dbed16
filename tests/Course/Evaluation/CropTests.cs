using CnnCourse.Evaluation;
using CnnCourse.Tests.Models;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Evaluation;

public sealed class CropTests
{
    // A 3 × 4 picture whose pixels are 0 to 11.
    private static Tensor Picture() => arange(12, dtype: ScalarType.Float32).view(1, 1, 3, 4);

    [Fact]
    public void Ten_crops_are_the_corners_the_centre_and_their_mirror_images()
    {
        using var scope = NewDisposeScope();
        var crops = Crops.Ten(Picture(), 2);
        Assert.Equal([1, 10, 1, 2, 2], crops.shape);
        Assert.Equal(
            [0, 1, 4, 5, 2, 3, 6, 7, 4, 5, 8, 9, 6, 7, 10, 11, 1, 2, 5, 6,
             1, 0, 5, 4, 3, 2, 7, 6, 5, 4, 9, 8, 7, 6, 11, 10, 2, 1, 6, 5], Drawn.Floats(crops));
    }

    [Fact]
    public void A_crop_that_does_not_fit_is_refused_with_both_sizes()
    {
        using var picture = Picture();
        var message = Assert.Throws<ArgumentException>(() => Crops.Center(picture, 4)).Message;
        Assert.Contains("4x4", message, StringComparison.Ordinal);
        Assert.Contains("3x4", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_two_a_side_is_the_corners_and_their_mirror_images()
    {
        using var scope = NewDisposeScope();
        var (grid, ten) = (Crops.Grid(Picture(), 2, perSide: 2), Crops.Ten(Picture(), 2));
        Assert.Equal([1, 8, 1, 2, 2], grid.shape);
        Assert.Equal(Drawn.Floats(ten.narrow(1, 0, 4)), Drawn.Floats(grid.narrow(1, 0, 4)));
        Assert.Equal(Drawn.Floats(ten.narrow(1, 5, 4)), Drawn.Floats(grid.narrow(1, 4, 4)));
        Assert.Equal([2, 50, 3, 8, 8], Crops.Grid(rand(2, 3, 12, 12), 8).shape);   // the paper's 50 crops a scale
    }

    [Fact]
    public void GoogLeNets_protocol_cuts_144_crops_mirrored_in_pairs()
    {
        using var scope = NewDisposeScope();
        manual_seed(21);
        var image = rand(3, 40, 100);
        var crops = Crops.OneHundredFortyFour(image, 14, 16, 18, 20, 22);
        Assert.Equal([144, 3, 14, 14], crops.shape);

        var different = new HashSet<string>();
        for (var k = 0; k < 144; k += 2)
        {
            var crop = crops.narrow(0, k, 1);
            Assert.Equal(Drawn.Floats(crop.flip(3)), Drawn.Floats(crops.narrow(0, k + 1, 1)));
            different.Add(string.Join(' ', Drawn.Floats(crop)));
        }
        Assert.Equal(72, different.Count);
    }

    [Fact]
    public void The_first_of_144_is_the_top_left_corner_at_the_first_scale()
    {
        using var scope = NewDisposeScope();
        var image = rand(3, 16, 24);   // already at the first scale
        var crops = Crops.OneHundredFortyFour(image, 14, 16, 18, 20, 22);
        var corner = image.narrow(1, 0, 14).narrow(2, 0, 14);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(corner), Drawn.Floats(crops.narrow(0, 0, 1))), 0, 1e-6);
    }

    [Theory]
    [InlineData(30, 40, 15, 15, 20)]
    [InlineData(40, 30, 15, 20, 15)]
    [InlineData(30, 30, 15, 15, 15)]
    public void The_shorter_side_gets_the_length_and_the_longer_follows(long height, long width, long length, long expectedHeight, long expectedWidth)
    {
        using var image = rand(1, 3, height, width);
        using var resized = Resize.ShorterSide(image, length);
        Assert.Equal([1, 3, expectedHeight, expectedWidth], resized.shape);
    }
}
