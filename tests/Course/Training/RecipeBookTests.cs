using CnnCourse.Arithmetic;
using CnnCourse.Training.Recipes;

namespace CnnCourse.Tests.Training;

public class RecipeBookTests
{
    [Fact]   // He et al. 2016, §4.2: 64,000 steps; 0.1, then 0.01 from step 32,000 and 0.001 from step 48,000
    public void ResNet_20_is_trained_as_in_its_paper()
    {
        var recipe = CifarRecipes.ResNet20.Recipe(1);
        Assert.InRange(recipe.Epochs * 391, 64_000, 64_390);
        Assert.Equal([0.1, 0.1, 0.01, 0.001], new[] { 0.0, 0.499, 0.501, 0.751 }.Select(done => Math.Round(recipe.LearningRate * recipe.Schedule(done), 9)));
    }

    [Theory]   // 0.27 million: Table 6 of the paper; 11.17 million: the usual CIFAR form of ResNet-18
    [InlineData("cifar-resnet20", 0.27)]
    [InlineData("cifar-fast", 11.17)]
    public void Networks_of_the_recipes_have_the_expected_size(string name, double millions) =>
        Assert.Equal(millions, Math.Round(LayerTable.Of(RecipeBook.Find(name).Network, 3, 32, 32).Total.Params / 1e6, 2));

    [Fact]
    public void An_unknown_recipe_is_answered_with_the_nearest() =>
        Assert.Contains("cifar-fast", Assert.Throws<UnknownNameException>(() => RecipeBook.Find("cifar-fst")).Message, StringComparison.Ordinal);
}
