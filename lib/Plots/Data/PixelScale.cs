namespace CnnCourse.Plots;

/// <summary>How a picture's numbers become brightness.</summary>
public enum PixelScale
{
    /// <summary>0 is black, 1 is white; what lies outside is clipped.</summary>
    Unit,

    /// <summary>Each picture from its own minimum to its own maximum.</summary>
    Each,

    /// <summary>All pictures of a grid from their common minimum to their common maximum, so they can be compared.</summary>
    Shared,
}
