using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public sealed class SceneTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void The_seed_decides_the_images()
    {
        var (one, same, other) = (Scenes.Objects(40, 3), Scenes.Objects(40, 3), Scenes.Objects(40, 4));
        Assert.True(one.Images.Equals(same.Images) && one.Labels.Equals(same.Labels));
        Assert.False(one.Images.Equals(other.Images));
    }

    [Fact]
    public void An_image_does_not_depend_on_how_many_are_drawn_beside_it() =>
        Assert.True(Scenes.Create(16, 5).Images.narrow(0, 0, 1).Equals(Scenes.Create(1, 5).Images));

    [Fact]
    public void All_classes_come_equally_often_and_in_no_order()
    {
        var labels = Scenes.Objects(200, 1).Labels.data<long>().ToArray();
        Assert.All(labels.CountBy(l => l), c => Assert.Equal(20, c.Value));
        Assert.Equal(10, labels.Distinct().Count());
        Assert.NotEqual(labels.Order(), labels);
        Assert.True(labels[..50].Distinct().Count() > 7);
    }

    [Fact]
    public void Images_are_colours_in_0_to_1()
    {
        var images = Scenes.Objects(100, 1, side: 24).Images;
        Assert.Equal([100, 3, 24, 24], images.shape);
        Assert.InRange(images.min().item<float>(), 0, 1);
        Assert.InRange(images.max().item<float>(), 0, 1);
        Assert.True(images.std(1).mean().item<float>() > 0.05f);   // not grey
    }

    [Fact]
    public void The_mean_colour_does_not_give_the_class_away()
    {
        var set = Scenes.Objects(2_000, 1);
        var means = set.Images.mean([2, 3]);
        var byClass = stack([.. Enumerable.Range(0, 10).Select(c => means[set.Labels.eq(c)].mean([0]))]);
        // 200 images a class: a mean of them wanders by a fourteenth of the deviation, 4 of those are allowed.
        Assert.True((byClass - means.mean([0])).abs().max().item<float>() < 4 * means.std().item<float>() / Math.Sqrt(200));
    }

    [Fact]
    public void Boxes_are_the_extents_of_the_masks()
    {
        var set = Scenes.Create(30, 2, side: 48);
        Assert.All(set.Truths, truth =>
        {
            for (var m = 0L; m < truth.Labels.shape[0]; m++)
            {
                var seen = truth.Masks[m].nonzero();   // rows of (y, x)
                var (low, high) = (seen.min(0).values, seen.max(0).values + 1);
                Assert.Equal([low[1].item<long>(), low[0].item<long>(), high[1].item<long>(), high[0].item<long>()], truth.Boxes[m].data<float>().ToArray());
            }
        });
    }

    [Fact]
    public void Masks_do_not_overlap_and_labels_are_classes()
    {
        var set = Scenes.Create(50, 3, most: 5);
        Assert.All(set.Truths, truth =>
        {
            Assert.InRange(truth.Labels.shape[0], 1, 5);
            Assert.True(truth.Masks.sum(0).le(1).all().item<bool>());
            Assert.True(truth.Labels.ge(0).logical_and(truth.Labels.lt(10)).all().item<bool>());
        });
        Assert.Contains(set.Truths, t => t.Labels.shape[0] > 2);
    }

    [Fact]
    public void A_mask_is_where_its_object_is()
    {
        var set = Scenes.Create(40, 4, most: 1);
        Assert.All(set.Graphs.Zip(set.Truths), pair =>
        {
            var (thing, box) = (pair.First.Objects[0], pair.Second.Boxes[0].data<float>().ToArray());
            Assert.Equal(thing.Class, pair.Second.Labels[0].item<long>());
            Assert.InRange(thing.X * 64, box[0] - 4, box[2] + 4);
            Assert.InRange(thing.Y * 64, box[1] - 4, box[3] + 4);
            Assert.True(box[2] - box[0] <= 2 * thing.Radius * 64 + 2);
        });
    }

    [Fact]
    public void Without_garments_the_error_says_how_to_get_them() =>
        Assert.Contains("dataset-fashion-mnist", Assert.Throws<MissingDataException>(
            () => Scenes.Objects(1, 1, store: new("/nowhere", mayUseSystem: false, mayDownload: false))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sizes_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scenes.Objects(10, 1, side: 4));
        Assert.Throws<ArgumentException>(() => Scenes.Create(1, 1, smallest: 0.3, largest: 0.2));
        Assert.Contains("in parts", Assert.Throws<ArgumentOutOfRangeException>(() => Scenes.Objects(1_000_000, 1, side: 64)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => scope.Dispose();
}
