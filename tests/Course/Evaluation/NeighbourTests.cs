using CnnCourse.Data;
using CnnCourse.Evaluation;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Evaluation;

public class NeighbourTests
{
    private static readonly string[] Names = ["left", "middle", "right"];

    [Fact]   // by hand: points 0, 1, 3, 7 on a line
    public void The_nearest_come_first_and_nobody_is_their_own_neighbour()
    {
        using var scope = NewDisposeScope();
        var near = Neighbours.Nearest(tensor(new[] { 0f, 1, 3, 7 }).unsqueeze(1), count: 2);
        Assert.Equal([1, 2, 0, 2, 1, 0, 2, 1], near.flatten().data<long>().ToArray());
    }

    [Fact]   // by hand: of the nearest of 0, 1, 3, 7 (1, 0, 1, 3) the first three have the label, 7's has not
    public void Precision_counts_neighbours_of_the_same_class()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0.75, Neighbours.Precision(tensor(new[] { 0f, 1, 3, 7 }).unsqueeze(1), tensor(new long[] { 5, 5, 5, 6 }), count: 1));
    }

    [Fact]
    public void There_are_no_more_neighbours_than_others() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Neighbours.Nearest(zeros(3, 2), count: 3));

    [Fact]
    public void Only_some_classes_stay_with_their_labels_and_names()
    {
        using var scope = NewDisposeScope();
        var set = new ImageSet(arange(5f).view(5, 1, 1, 1), tensor(new long[] { 2, 0, 1, 2, 0 }), Names).Only(2, 1);
        Assert.Equal([0.0, 2, 3], set.Images.Doubles());
        Assert.Equal([2.0, 1, 2], set.Labels.Doubles());
        Assert.Equal(Names, set.Classes);
    }
}
