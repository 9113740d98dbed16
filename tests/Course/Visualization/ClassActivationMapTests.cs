using CnnCourse.Tests.Models;
using CnnCourse.Visualization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Visualization;

public sealed class ClassActivationMapTests
{
    [Fact]
    public void The_mean_of_the_map_is_the_score_without_its_bias()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (maps, last) = (randn(3, 8, 5, 5), Linear(8, 4));
        var score = last.call(maps.mean([2, 3])).select(1, 2) - last.bias![2];
        var map = ClassActivationMap.Of(maps, last.weight[2]);
        Assert.Equal([3, 5, 5], map.shape);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(score), Drawn.Floats(map.mean([1, 2]))), 0, 1e-5);
        Assert.Throws<ArgumentException>(() => ClassActivationMap.Of(maps, last.weight));
    }

    [Fact]   // by hand: twice the first map minus the second
    public void Maps_are_weighed_place_by_place()
    {
        using var scope = NewDisposeScope();
        var maps = tensor(new float[] { 1, 2, 3, 4, 10, 20, 30, 40 }, [1, 2, 2, 2]);
        Assert.Equal([-8, -16, -24, -32], Drawn.Floats(ClassActivationMap.Of(maps, tensor(new float[] { 2, -1 }))));
        Assert.Equal([1, 28, 28], ClassActivationMap.Over(ClassActivationMap.Of(maps, tensor(new float[] { 2, -1 })), 28, 28).shape);
    }
}
