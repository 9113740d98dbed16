namespace CnnCourse.Plots;

/// <summary>Colours for groups: Okabe and Ito's set, told apart with every common colour blindness.</summary>
public static class Palette
{
    // Strong hues first; yellow last, for it is weak on white.
    private static readonly Rgb[] OkabeIto =
    [
        Rgb.Hex("0072B2"), Rgb.Hex("D55E00"), Rgb.Hex("009E73"), Rgb.Hex("CC79A7"),
        Rgb.Hex("E69F00"), Rgb.Hex("56B4E9"), Rgb.Hex("000000"), Rgb.Hex("F0E442"),
    ];

    /// <summary>How many colours there are before they repeat.</summary>
    public static int Count => OkabeIto.Length;

    /// <summary>The colour of group <paramref name="index"/>, starting again after <see cref="Count"/>.</summary>
    public static Rgb At(int index) => OkabeIto[((index % Count) + Count) % Count];
}
