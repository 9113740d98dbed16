using CnnCourse.Data;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public class SplitTests
{
    // 100 images of class 0, 200 of class 1; the image's number is its pixel.
    private static ImageSet Numbers() => new(
        arange(300, ScalarType.Float32).reshape(300, 1, 1, 1), cat([zeros(100, ScalarType.Int64), ones(200, ScalarType.Int64)]), ["a", "b"]);

    private static float[] Pixels(ImageSet set) => set.Images.data<float>().ToArray();

    private static int[] PerClass(ImageSet set) => [.. set.Labels.data<long>().ToArray().CountBy(label => label).OrderBy(c => c.Key).Select(c => c.Value)];

    [Fact]   // by hand: 65, 25 and 10 in a hundred of each class
    public void Looneys_shares_hold_in_every_class()
    {
        using var scope = NewDisposeScope();
        var parts = Numbers().Split(Splits.Looney);
        Assert.Equal([[65, 130], [25, 50], [10, 20]], parts.Select(PerClass));
        Assert.Equal(Enumerable.Range(0, 300).Select(k => (float)k), parts.SelectMany(Pixels).Order());
    }

    [Fact]
    public void The_seed_decides_who_goes_where()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Pixels(Numbers().Split([0.5, 0.5], 3)[0]), Pixels(Numbers().Split([0.5, 0.5], 3)[0]));
        Assert.NotEqual(Pixels(Numbers().Split([0.5, 0.5], 3)[0]), Pixels(Numbers().Split([0.5, 0.5], 4)[0]));
    }

    [Fact]
    public void Shares_that_are_no_whole_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("add up to 1", Assert.Throws<ArgumentException>(() => Numbers().Split([0.5, 0.4])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stratified_part_has_equally_many_of_each_class()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([25, 25], PerClass(Numbers().Stratified(50)));
        Assert.Equal([100, 150], PerClass(Numbers().Stratified(250)));   // there are no more of class 0
        Assert.Equal(300, Numbers().Stratified(1000).Count);
    }
}
