using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>The data sets of the course.</summary>
public static class Datasets
{
    private static readonly string[] garments =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Fashion-MNIST: [60000, 1, 28, 28] and [10000, 1, 28, 28] in 0..1 (Xiao, Rasul, Vollgraf 2017).</summary>
    /// <param name="store">Where to look; the usual places if not given.</param>
    /// <exception cref="MissingDataException">It is nowhere to be found; the message says how to get it.</exception>
    /// <exception cref="BadDataException">A file is damaged; the message names it.</exception>
    public static ImageData FashionMnist(DataStore? store = null)
    {
        var folder = (store ?? DataStore.Default).Find("fashion-mnist");
        return new(ReadIdx(folder, "train", garments), ReadIdx(folder, "t10k", garments));
    }

    /// <summary>A set in the format of MNIST: <c>PREFIX-images-idx3-ubyte.gz</c> and <c>PREFIX-labels-idx1-ubyte.gz</c>.</summary>
    public static ImageSet ReadIdx(string folder, string prefix, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var (imagesPath, labelsPath) = (Path.Combine(folder, $"{prefix}-images-idx3-ubyte.gz"), Path.Combine(folder, $"{prefix}-labels-idx1-ubyte.gz"));
        var (pixels, shape) = Idx.Read(imagesPath, axes: 3);
        var (labels, labelShape) = Idx.Read(labelsPath, axes: 1);
        if (labelShape[0] != shape[0]) throw new BadDataException(labelsPath, $"{labelShape[0]:N0} labels", $"{shape[0]:N0}, one for each image of {imagesPath}");
        if (labels.Length > 0 && labels.Max() >= classes.Count)
            throw new BadDataException(labelsPath, $"label {labels.Max()}", $"labels 0 to {classes.Count - 1}");

        using var scope = NewDisposeScope();
        var images = tensor(pixels, [shape[0], 1, shape[1], shape[2]]).to(ScalarType.Float32) / 255;
        var targets = tensor(labels, [labels.Length]).to(ScalarType.Int64);
        return new(scope.MoveToOuter(images), scope.MoveToOuter(targets), classes);
    }
}
