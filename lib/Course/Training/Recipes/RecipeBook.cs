namespace CnnCourse.Training.Recipes;

/// <summary>The recipes that <c>course train</c> knows by name.</summary>
public static class RecipeBook
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedRecipe> All { get; } = [GarmentRecipe.Named, CifarRecipes.ResNet20, CifarRecipes.Fast];

    /// <summary>A recipe by name.</summary>
    /// <exception cref="UnknownNameException">No recipe has that name; the message offers the nearest.</exception>
    public static NamedRecipe Find(string name) =>
        All.FirstOrDefault(r => r.Name == name) ?? throw new UnknownNameException("recipe", name, All.Select(r => r.Name));
}
