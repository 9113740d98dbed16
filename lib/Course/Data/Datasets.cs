using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>The data sets of the course.</summary>
public static class Datasets
{
    private static readonly string[] digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

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

    /// <summary>
    /// What the lessons work on: Fashion-MNIST; where it is missing, the handwritten digits on canvases of the same size,
    /// [4000, 1, 28, 28] and [1000, 1, 28, 28] in 0..1, and two lines that say so and how to get the garments.
    /// </summary>
    /// <param name="store">Where to look; the usual places if not given.</param>
    /// <exception cref="MissingDataException">Neither set is to be found; the message says how to get Fashion-MNIST.</exception>
    /// <exception cref="BadDataException">A file is damaged; the message names it.</exception>
    public static ImageData AtHand(DataStore? store = null)
    {
        try
        {
            return FashionMnist(store);
        }
        catch (MissingDataException missing)
        {
            if (StandIn(store) is not { } digits) throw;
            Console.WriteLine(missing.Message);
            Console.WriteLine("The lesson goes on with 5,000 handwritten digits in place of garments: its numbers will be others, and some checks may not hold.");
            return digits;
        }
    }

    /// <summary>MNIST: [60000, 1, 28, 28] and [10000, 1, 28, 28] in 0..1 (LeCun, Cortes, Burges 1998).</summary>
    /// <inheritdoc cref="FashionMnist"/>
    public static ImageData Mnist(DataStore? store = null)
    {
        var folder = (store ?? DataStore.Default).Find("mnist");
        return new(ReadIdx(folder, "train", digits), ReadIdx(folder, "t10k", digits));
    }

    /// <summary>Handwritten digits: [4000, 1, 20, 20] and [1000, 1, 20, 20] in 0..1, all digits equally often.</summary>
    /// <remarks>The sheet has five rows of a hundred for each digit; the last twenty of each row are the test set.</remarks>
    /// <inheritdoc cref="FashionMnist"/>
    public static ImageData Digits(DataStore? store = null) => DigitSheet.Read(Path.Combine((store ?? DataStore.Default).Find("digits"), "digits.png"), digits);

    /// <summary>CIFAR-10: [50000, 3, 32, 32] and [10000, 3, 32, 32] in 0..1 (Krizhevsky 2009).</summary>
    /// <inheritdoc cref="FashionMnist"/>
    public static ImageData Cifar10(DataStore? store = null) =>
        CifarArchive.Read(Path.Combine((store ?? DataStore.Default).Find("cifar-10"), "cifar-10-binary.tar.gz"), "batches.meta.txt");

    /// <summary>CIFAR-100 with its hundred fine labels: [50000, 3, 32, 32] and [10000, 3, 32, 32] in 0..1 (Krizhevsky 2009).</summary>
    /// <inheritdoc cref="FashionMnist"/>
    public static ImageData Cifar100(DataStore? store = null) =>
        CifarArchive.Read(Path.Combine((store ?? DataStore.Default).Find("cifar-100"), "cifar-100-binary.tar.gz"), "fine_label_names.txt", labelBytes: 2);

    /// <summary>Caltech-101, unpacked beside its archive: a folder for each of the 101 classes.</summary>
    /// <remarks>The clutter of BACKGROUND_Google is left out. See <see cref="ImageFolder.Split"/> for the usual 15 or 30 images a class.</remarks>
    /// <inheritdoc cref="FashionMnist"/>
    public static ImageFolder Caltech101(DataStore? store = null) => Caltech.Open((store ?? DataStore.Default).Find("caltech-101"));

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

    // The digits in the size of the garments; null where they are missing too.
    private static ImageData? StandIn(DataStore? store)
    {
        try
        {
            return Digits(store).Padded((28 - DigitSheet.Side) / 2);
        }
        catch (MissingDataException)
        {
            return null;
        }
    }
}
