using CnnCourse.Models;

namespace CnnCourse.Tests;

public class NearestNamesTests
{
    [Theory]   // counted by hand
    [InlineData("lenet5", "lenet5", 0)]
    [InlineData("lenet", "lenet5", 1)]
    [InlineData("lenet6", "lenet5", 1)]
    [InlineData("lneet5", "lenet5", 1)]
    [InlineData("LeNet5", "lenet5", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    public void Distance_counts_edits(string from, string to, int edits) => Assert.Equal(edits, NearestNames.Distance(from, to));

    [Fact]
    public void The_nearest_come_first() =>
        Assert.Equal(["resnet18", "resnet50"], NearestNames.Of("resnet19", ["vgg16", "resnet50", "resnet18"], 2));

    [Fact]
    public void An_unknown_model_is_answered_with_the_nearest_names()
    {
        var error = Assert.Throws<UnknownNameException>(() => ModelZoo.Create("lenet"));
        Assert.Equal("lenet5", error.Nearest[0]);
        Assert.StartsWith("there is no model 'lenet'; nearest: lenet5, ", error.Message, StringComparison.Ordinal);
    }
}
