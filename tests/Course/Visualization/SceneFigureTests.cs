using CnnCourse.Data;
using CnnCourse.Visualization;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Visualization;

public sealed class SceneFigureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scenes_show_a_named_box_for_each_object(bool hasMasks)
    {
        using var scope = NewDisposeScope();
        var set = Scenes.Create(3, 1);
        var figure = Draw.Scenes(set, hasMasks: hasMasks);
        var json = figure.ToPlotlyJson();
        foreach (var label in set.Truths.SelectMany(t => t.Labels.data<long>().ToArray()))
            Assert.Contains(set.Classes[(int)label], json, StringComparison.Ordinal);
        Assert.Contains($"{set.Truths.Sum(t => t.Labels.shape[0])} objects in 3 scenes", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Augmented_images_stand_beside_the_one_they_came_from()
    {
        using var scope = NewDisposeScope();
        var figure = Draw.Augmented(rand(3, 8, 8), Augment.HorizontalFlip(), "Flips", count: 5);
        Assert.Contains("5 draws", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Localisations_show_a_true_and_a_predicted_box_for_each_image()
    {
        using var scope = NewDisposeScope();
        var truth = tensor([1f, 2, 5, 6, 0, 0, 4, 4], [2, 4]);
        var json = Draw.Localisations(rand(2, 3, 8, 8), truth, truth + 1).ToPlotlyJson();
        Assert.Equal((4, 2), (json.Split("\"dash\":").Length - 1, json.Split("\"solid\"").Length - 1));
    }
}
