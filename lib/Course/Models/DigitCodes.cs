namespace CnnCourse.Models;

/// <summary>The ten digits as stylised 7×12 pictures, the codes that F6 of LeNet-5 is trained to show (LeCun et al. 1998, Fig. 3).</summary>
/// <remarks>Drawn after the figure. Pictures of similar digits share pixels, so confusable digits have near codes.</remarks>
public static class DigitCodes
{
    /// <summary>Pixels of a row.</summary>
    public const int Width = 7;

    /// <summary>Rows of a picture.</summary>
    public const int Height = 12;

    /// <summary>Rows of the pictures of 0 to 9; '#' is +1, '.' is -1.</summary>
    public static IReadOnlyList<string> Bitmaps { get; } =
    [
        "..###.. .#...#. #.....# #.....# #.....# #.....# #.....# #.....# .#...#. ..###.. ....... .......",
        "...##.. ..###.. .####.. ...##.. ...##.. ...##.. ...##.. ...##.. ...##.. .###### ....... .......",
        ".#####. ##...## .....## .....## ....##. ...##.. ..##... .##.... ##..... ####### ....... .......",
        ".#####. ##...## .....## .....## ..####. .....## .....## .....## ##...## .#####. ....... .......",
        "....##. ...###. ..####. .##.##. ##..##. ##..##. ####### ....##. ....##. ....##. ....... .......",
        "####### ##..... ##..... ##..... ######. .....## .....## .....## ##...## .#####. ....... .......",
        "..####. .##.... ##..... ##..... ######. ##...## ##...## ##...## ##...## .#####. ....... .......",
        "####### .....## .....## ....##. ....##. ...##.. ...##.. ..##... ..##... ..##... ....... .......",
        ".#####. ##...## ##...## ##...## .#####. ##...## ##...## ##...## ##...## .#####. ....... .......",
        ".#####. ##...## ##...## ##...## ##...## .###### .....## .....## ....##. .####.. ....... .......",
    ];

    /// <summary>The pictures as numbers, [10, 84] of -1 and +1.</summary>
    public static float[,] Codes { get; } = Read();

    private static float[,] Read()
    {
        var codes = new float[Bitmaps.Count, Width * Height];
        foreach (var (digit, bitmap) in Bitmaps.Index())
            foreach (var (pixel, mark) in bitmap.Where(c => c != ' ').Index())
                codes[digit, pixel] = mark == '#' ? 1 : -1;
        return codes;
    }
}
