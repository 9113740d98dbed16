using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public class ClassBalanceTests
{
    // Classes 0, 1, 0, 1, 0, 1; the image's number is its pixel.
    private static ImageSet Numbers() =>
        new(arange(6, ScalarType.Float32).reshape(6, 1, 1, 1), arange(6, ScalarType.Int64).remainder(2), ["a", "b"]);

    private static float[] Pixels(ImageSet set) => set.Images.data<float>().ToArray();

    [Fact]
    public void A_thinned_class_keeps_its_first_images_and_the_others_all_theirs()
    {
        using var scope = NewDisposeScope();
        var thinned = Numbers().Thinned(label: 1, keep: 1);
        Assert.Equal([0f, 1, 2, 4], Pixels(thinned));
        Assert.Equal([0L, 1, 0, 0], thinned.Labels.data<long>().ToArray());
    }

    [Fact]
    public void A_repeated_class_stands_as_often_as_asked_for()
    {
        using var scope = NewDisposeScope();
        var repeated = Numbers().Thinned(1, keep: 1).Repeated(label: 1, times: 3);
        Assert.Equal([0f, 1, 2, 4, 1, 1], Pixels(repeated));
        Assert.Equal([0L, 1, 0, 0, 1, 1], repeated.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Noise_is_on_the_copies_only_and_the_same_for_a_seed()
    {
        using var scope = NewDisposeScope();
        var (one, other) = (Numbers().Repeated(1, 2, deviation: 0.1), Numbers().Repeated(1, 2, deviation: 0.1));
        Assert.Equal(Pixels(Numbers()), Pixels(one)[..6]);
        Assert.All(Pixels(one)[6..].Zip([1f, 3, 5]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 1e-6, 0.6));
        Assert.Equal(Pixels(one), Pixels(other));
    }
}
