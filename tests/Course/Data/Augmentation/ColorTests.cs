using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public sealed class AugmentColorTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Generator random = new(7);

    [Fact]
    public void Colour_steps_follow_the_eigenvectors_times_the_eigenvalues()
    {
        // Black and white pixels: covariance 1/4 everywhere, so one component (1,1,1)/√3 with the eigenvalue 3/4.
        var pixels = cat([zeros(1, 3, 1, 2), ones(1, 3, 1, 2)]);
        var changed = Augment.ColorPca(Pca.OfColors(pixels))(full([20_000, 3, 1, 1], 0.5f), random).squeeze() - 0.5;
        Assert.True(changed.select(1, 0).allclose(changed.select(1, 1), atol: 1e-5));
        Assert.True(changed.select(1, 0).allclose(changed.select(1, 2), atol: 1e-5));
        var deviation = changed.select(1, 0).std().item<float>();
        Assert.InRange(deviation, 0.98 * 0.1 * 0.75 / Math.Sqrt(3), 1.02 * 0.1 * 0.75 / Math.Sqrt(3));   // 4 standard errors are 2 %
    }

    [Fact]
    public void Colour_steps_of_grey_images_are_refused() =>
        Assert.Contains("fit them to these images", Assert.Throws<ArgumentException>(
            () => Augment.ColorPca(Pca.OfColors(rand(2, 3, 4, 4)))(rand(2, 1, 4, 4), random)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_even_grey_image_only_changes_its_brightness()
    {
        // Its contrast and its colour are 0 already; half to one and a half times 0.4.
        var changed = Augment.Photometric()(full([2_000, 3, 2, 2], 0.4f), random);
        var level = changed.select(1, 0).select(1, 0).select(1, 0);
        Assert.True(changed.allclose(level.reshape(-1, 1, 1, 1), atol: 1e-5));
        Assert.InRange(level.min().item<float>(), 0.2f - 1e-5f, 0.21f);
        Assert.InRange(level.max().item<float>(), 0.59f, 0.6f + 1e-5f);
    }

    [Fact]
    public void Photometric_changes_of_strength_0_are_none()
    {
        var images = rand(3, 3, 4, 4);
        Assert.True(Augment.Photometric(strength: 0)(images, random).allclose(images, atol: 1e-6));
    }

    [Fact]
    public void Photometric_changes_stay_within_0_and_1()
    {
        var changed = Augment.Photometric(strength: 1)(rand(50, 3, 8, 8), random);
        Assert.InRange(changed.min().item<float>(), 0, 1);
        Assert.InRange(changed.max().item<float>(), 0, 1);
    }

    [Fact]
    public void Erasing_a_quarter_of_16_by_16_takes_a_square_of_8()
    {
        var erased = Augment.Erase(probability: 1, area: (0.25, 0.25), aspect: (1, 1), value: 0)(ones(20, 2, 16, 16), random).eq(0);
        Assert.True(erased.sum([2, 3]).eq(64).all().item<bool>());
        Assert.True(erased.any(3).sum(2).eq(8).all().item<bool>());
        Assert.True(erased.any(2).sum(2).eq(8).all().item<bool>());
    }

    [Fact]
    public void What_is_not_hit_is_not_erased()
    {
        var images = rand(20, 3, 8, 8);
        Assert.True(Augment.Erase(probability: 0)(images, random).Equals(images));
        Assert.InRange(Augment.Erase(probability: 0.5)(ones(4_000, 1, 4, 4), random).ne(1).any(3).any(2).sum().item<long>(), 1_870, 2_130);
    }

    public static TheoryData<string> Names => ["crop", "flip", "resized", "jitter", "photometric", "pca", "erase", "all"];

    [Theory, MemberData(nameof(Names))]
    public void The_seed_decides(string name)
    {
        var images = rand(16, 3, 12, 12);
        var change = Change(name, images);
        Tensor With(ulong seed)
        {
            using var source = new Generator(seed);
            return change(images, source);
        }
        Assert.True(With(3).Equals(With(3)));
        Assert.False(With(3).Equals(With(4)));
    }

    private static Func<Tensor, Generator, Tensor> Change(string name, Tensor images) => name switch
    {
        "crop" => Augment.RandomCrop(2),
        "flip" => Augment.HorizontalFlip(),
        "resized" => Augment.ResizedCrop(),
        "jitter" => Augment.ScaleJitter(12, 24, 12),
        "photometric" => Augment.Photometric(),
        "pca" => Augment.ColorPca(Pca.OfColors(images)),
        "erase" => Augment.Erase(),
        _ => Augment.All(Augment.RandomCrop(2), Augment.HorizontalFlip()),
    };

    public void Dispose()
    {
        random.Dispose();
        scope.Dispose();
    }
}
