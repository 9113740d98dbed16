using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Cuts OpenCV's sheet of digits: 50 rows of 100 digits of 20x20 pixels, five rows for each digit in turn.</summary>
internal static class DigitSheet
{
    /// <summary>Of a digit's square, in pixels.</summary>
    public const long Side = 20;

    private const long Rows = 50, Columns = 100, Training = 80;

    public static ImageData Read(string path, IReadOnlyList<string> classes)
    {
        using var scope = NewDisposeScope();
        var sheet = Decoded(path);
        if (sheet.shape is not [1, Rows * Side, Columns * Side])
            throw new BadDataException(path, $"a picture of {string.Join('×', sheet.shape)}", $"1×{Rows * Side}×{Columns * Side}");
        var digits = (sheet.to(ScalarType.Float32) / 255).reshape(Rows, Side, Columns, Side).permute(0, 2, 1, 3);   // [row, column, y, x]
        var labels = (arange(Rows, ScalarType.Int64) / (Rows / classes.Count)).floor().to(ScalarType.Int64);
        ImageSet Part(long first, long count) => new(
            scope.MoveToOuter(digits.narrow(1, first, count).reshape(-1, 1, Side, Side)),
            scope.MoveToOuter(labels.repeat_interleave(count)), classes);
        return new(Part(0, Training), Part(Training, Columns - Training));
    }

    private static Tensor Decoded(string path)
    {
        try
        {
            return torchvision.io.read_image(path, torchvision.io.ImageReadMode.GRAY);
        }
        catch (FormatException e)
        {
            throw new BadDataException(path, "no picture that can be read", "a PNG file", e);
        }
    }
}
