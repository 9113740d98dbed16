using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public sealed class AugmentCropTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Generator random = new(7);

    [Fact]
    public void A_crop_of_a_padded_image_is_one_of_its_nine_windows_and_each_comes()
    {
        var image = arange(1, 10, dtype: ScalarType.Float32).reshape(1, 1, 3, 3);
        var cropped = Augment.RandomCrop(padding: 1)(image.expand(256, 1, 3, 3), random).data<float>().ToArray().Chunk(9)
            .Select(w => string.Join(' ', w)).ToHashSet();
        // Rows of 0s above and below, columns left and right, written out by hand.
        var expected = new[]
        {
            "0 0 0 0 1 2 0 4 5", "0 0 0 1 2 3 4 5 6", "0 0 0 2 3 0 5 6 0",
            "0 1 2 0 4 5 0 7 8", "1 2 3 4 5 6 7 8 9", "2 3 0 5 6 0 8 9 0",
            "0 4 5 0 7 8 0 0 0", "4 5 6 7 8 9 0 0 0", "5 6 0 8 9 0 0 0 0",
        };
        Assert.Equal(expected.ToHashSet(), cropped);
    }

    [Fact]
    public void A_smaller_window_is_cut_out_of_all_channels_at_one_place()
    {
        var image = stack([arange(16).reshape(4, 4), arange(16).reshape(4, 4) + 100]).to(ScalarType.Float32).unsqueeze(0);
        var crop = Augment.RandomCrop(size: 2)(image, random);
        Assert.Equal([1, 2, 2, 2], crop.shape);
        Assert.True((crop[0, 1] - crop[0, 0]).eq(100).all().item<bool>());
    }

    [Fact]
    public void A_window_that_does_not_fit_is_refused() =>
        Assert.Contains("take a smaller window", Assert.Throws<ArgumentException>(
            () => Augment.RandomCrop(size: 5)(zeros(1, 1, 4, 4), random)).Message, StringComparison.Ordinal);

    [Fact]
    public void Flipping_twice_changes_nothing()
    {
        var images = rand(4, 3, 5, 6);
        var flip = Augment.HorizontalFlip(probability: 1);
        var once = flip(images, random);
        Assert.True(once[0, 0, 0, 0].Equals(images[0, 0, 0, 5]));
        Assert.True(flip(once, random).Equals(images));
    }

    [Fact]
    public void Half_of_the_images_are_flipped()
    {
        var images = arange(2, dtype: ScalarType.Float32).reshape(1, 1, 1, 2).expand(10_000, 1, 1, 2);
        var flipped = Augment.HorizontalFlip()(images, random).select(3, 0).sum().item<float>();
        Assert.InRange(flipped, 4_800, 5_200);   // 4 standard deviations of 50
    }

    [Fact]
    public void A_resized_crop_of_a_quarter_of_the_area_doubles_the_size()
    {
        // Along a ramp that rises by 1 a pixel, the window rises by a half.
        var ramp = arange(16, dtype: ScalarType.Float32).reshape(1, 1, 1, 16).expand(8, 1, 16, 16);
        var crop = Augment.ResizedCrop(area: (0.25, 0.25), aspect: (1, 1))(ramp, random);
        Assert.True((crop.narrow(3, 2, 13) - crop.narrow(3, 1, 13)).allclose(full([1], 0.5f), atol: 1e-4));
    }

    [Fact]
    public void A_resized_crop_of_everything_changes_nothing()
    {
        var images = rand(2, 3, 8, 8);
        Assert.True(Augment.ResizedCrop(area: (1, 1), aspect: (1, 1))(images, random).allclose(images, atol: 1e-5));
    }

    [Fact]
    public void The_aspect_is_width_over_height()
    {
        var (down, across) = (arange(32f).reshape(1, 1, 32, 1).expand(1, 1, 32, 32), arange(32f).reshape(1, 1, 1, 32).expand(1, 1, 32, 32));
        var crop = Augment.ResizedCrop(area: (0.25, 0.25), aspect: (2, 2))(cat([down, across], 1), random);
        var (rise, run) = ((crop[0, 0, 16, 16] - crop[0, 0, 15, 16]).item<float>(), (crop[0, 1, 16, 16] - crop[0, 1, 16, 15]).item<float>());
        Assert.Equal(2, run / rise, 3);
    }

    [Fact]
    public void Scale_jitter_shows_the_image_at_the_size_that_was_drawn()
    {
        // The shorter side of 16 becomes 32: a ramp that rises by 1 a pixel rises by a half.
        var ramp = arange(16f).reshape(1, 1, 1, 16).expand(8, 1, 24, 16);
        var crop = Augment.ScaleJitter(32, 32, size: 20)(ramp, random);
        Assert.Equal([8, 1, 20, 20], crop.shape);
        Assert.True((crop.narrow(3, 3, 14) - crop.narrow(3, 2, 14)).allclose(full([1], 0.5f), atol: 1e-4));
    }

    [Fact]
    public void Scale_jitter_below_the_window_is_refused() =>
        Assert.Contains("begin at 224", Assert.Throws<ArgumentException>(() => Augment.ScaleJitter(200, 512, 224)).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        random.Dispose();
        scope.Dispose();
    }
}
