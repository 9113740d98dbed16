namespace CnnCourse.Plots;

/// <summary>One picture of a grid, the words above it and the boxes over it.</summary>
public sealed record Tile(Picture Picture, string? Caption = null)
{
    public IReadOnlyList<Box> Boxes { get; init; } = [];

    public static implicit operator Tile(Picture picture) => new(picture);

    public static Tile FromPicture(Picture picture) => new(picture);
}
