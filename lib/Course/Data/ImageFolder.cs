using CnnCourse.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Picture files in a folder for each class, as ImageNet's training set comes; read when they are asked for.</summary>
/// <param name="Classes">The folders' names, in the order of their letters.</param>
/// <param name="Files">Paths of the JPEG and PNG files and their labels.</param>
public sealed record ImageFolder(IReadOnlyList<string> Classes, IReadOnlyList<(string Path, long Label)> Files)
{
    private const long MostBytes = 8L << 30;

    private static readonly HashSet<string> endings = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png" };

    /// <summary>Number of pictures.</summary>
    public long Count => Files.Count;

    /// <summary>Lists a folder.</summary>
    /// <param name="path">The folder of the classes' folders.</param>
    /// <param name="except">Folders to leave out.</param>
    /// <exception cref="BadDataException">There is no such folder, or no picture in it; the message says what was expected.</exception>
    public static ImageFolder Open(string path, params string[] except)
    {
        if (!Directory.Exists(path)) throw new BadDataException(path, "nothing", "a folder with a folder of pictures for each class");
        string[] classes = [.. Directory.GetDirectories(path).Select(d => Path.GetFileName(d)).Except(except).Order(StringComparer.Ordinal)];
        var files = classes.Index().SelectMany(c => Directory.EnumerateFiles(Path.Combine(path, c.Item), "*", SearchOption.AllDirectories)
            .Where(f => endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).Select(f => (f, (long)c.Index)));
        var folder = new ImageFolder(classes, [.. files]);
        return folder.Count > 0 ? folder : throw new BadDataException(path, $"{classes.Length} folders without a JPEG or PNG file", "a folder of pictures for each class");
    }

    /// <summary>The first <paramref name="perClass"/> pictures of each class in a seeded order, and at most <paramref name="mostTest"/> of the others.</summary>
    public (ImageFolder Train, ImageFolder Test) Split(int perClass, int seed, int mostTest = int.MaxValue)
    {
        var (train, test) = (new List<(string, long)>(), new List<(string, long)>());
        foreach (var group in Files.GroupBy(f => f.Label))
        {
            var files = group.ToArray();
            new Dice((ulong)seed, (ulong)group.Key).Shuffle(files.AsSpan());
            train.AddRange(files.Take(perClass));
            test.AddRange(files.Skip(perClass).Take(mostTest));
        }
        return (this with { Files = train }, this with { Files = test });
    }

    /// <summary>One picture: its shorter side becomes <paramref name="resize"/>, then the middle is cut: [3, side, side] in 0..1.</summary>
    /// <exception cref="BadDataException">The file is no picture.</exception>
    public Tensor Read(int index, long side, long? resize = null)
    {
        using var scope = NewDisposeScope();
        try
        {
            var picture = torchvision.io.read_image(Files[index].Path, torchvision.io.ImageReadMode.RGB).unsqueeze(0).to(ScalarType.Float32) / 255;
            return Crops.Center(Resize.ShorterSide(picture, resize ?? side), side).squeeze(0).MoveToOuterDisposeScope();
        }
        catch (FormatException e)
        {
            throw new BadDataException(Files[index].Path, "no picture that can be read", "a JPEG or PNG file", e);
        }
    }

    /// <summary>All pictures in memory: [N, 3, side, side] in 0..1.</summary>
    /// <exception cref="ArgumentException">They would take more than 8 GiB: use <see cref="Loaded"/>.</exception>
    public ImageSet ToSet(long side, long? resize = null)
    {
        if (Count * 3 * side * side * sizeof(float) > MostBytes)
            throw new ArgumentException($"{Count:N0} pictures of {side}x{side} take {Count * 12 * side * side >> 30} GiB: read them in batches with Loaded, or take a smaller side", nameof(side));
        using var scope = NewDisposeScope();
        var images = empty(Count, 3, side, side);
        try
        {
            Parallel.For(0, (int)Count, k =>
            {
                using var picture = Read(k, side, resize);
                using var place = images[k];
                place.copy_(picture);
            });
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is BadDataException bad)
        {
            throw new BadDataException(bad.Path, "no picture that can be read", "a JPEG or PNG file", e);
        }
        return new(images.MoveToOuterDisposeScope(), tensor(Files.Select(f => f.Label).ToArray()).MoveToOuterDisposeScope(), Classes);
    }

    /// <summary>The pictures as samples "image" and "label" for a <see cref="utils.data.DataLoader(utils.data.Dataset, int, bool, Device?, int?, int, bool, bool, bool)"/>, which reads them in its workers.</summary>
    public utils.data.Dataset Loaded(long side, long? resize = null) => new Samples(this, side, resize);

    private sealed class Samples(ImageFolder folder, long side, long? resize) : utils.data.Dataset
    {
        public override long Count => folder.Count;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            new() { ["image"] = folder.Read((int)index, side, resize), ["label"] = tensor(folder.Files[(int)index].Label) };
    }
}
