using CnnCourse.Arithmetic;
using CnnCourse.Models;

namespace CnnCourse.Tests.Arithmetic;

public class DepthTests
{
    [Theory]   // the papers' own words; Inception v3 by hand: 5 + 3·3 + 3 + 4·5 + 4 + 2·3 + 1
    [InlineData("alexnet_paper", 8)]
    [InlineData("vgg19", 19)]
    [InlineData("googlenet_paper", 22)]
    [InlineData("inception_v3", 48)]
    [InlineData("resnet18", 18)]
    [InlineData("resnet50", 50)]
    [InlineData("resnet152", 152)]
    [InlineData("plain34", 34)]
    [InlineData("resnet110_cifar", 110)]
    [InlineData("highway10_mnist", 10)]   // a gate lies beside its transform, not after it
    public void Depth_is_counted_along_the_longest_way(string name, int expected)
    {
        var entry = ModelZoo.Find(name);
        Assert.Equal(expected, LayerTable.Of(entry.Build, entry.Input).Depth);
    }
}
