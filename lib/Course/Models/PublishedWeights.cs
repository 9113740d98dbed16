using System.Security.Cryptography;
using CnnCourse.Data;

namespace CnnCourse.Models;

/// <summary>Weights that torchvision publishes for a network, trained on ImageNet's 1,000 classes.</summary>
/// <param name="Model">The network's name in the <see cref="ModelZoo"/>.</param>
/// <param name="File">The file's name; it ends in the first eight hex digits of its SHA-256.</param>
/// <param name="Preprocessing">What was done to the pictures.</param>
/// <param name="Top1">Accuracy on ImageNet's validation set with one crop, in percent, as published.</param>
/// <param name="Top5">The same for five guesses.</param>
/// <param name="Version">1, or 2 for the newer training recipe.</param>
public sealed record PublishedWeights(string Model, string File, Preprocessing Preprocessing, double Top1, double Top5, int Version = 1)
{
    /// <summary>Where the files are.</summary>
    public const string Home = "https://download.pytorch.org/models/";

    private static readonly Preprocessing usual = Preprocessing.ImageNet(), newer = Preprocessing.ImageNet(resize: 232);

    /// <summary>All of them, as torchvision 0.14 lists them.</summary>
    public static readonly IReadOnlyList<PublishedWeights> All =
    [
        new("alexnet",      "alexnet-owt-7be5be79.pth",         usual, 56.522, 79.066),
        new("vgg11",        "vgg11-8a719046.pth",               usual, 69.020, 88.628),
        new("vgg13",        "vgg13-19584684.pth",               usual, 69.928, 89.246),
        new("vgg16",        "vgg16-397923af.pth",               usual, 71.592, 90.382),
        new("vgg19",        "vgg19-dcbb9e9d.pth",               usual, 72.376, 90.876),
        new("vgg11_bn",     "vgg11_bn-6002323d.pth",            usual, 70.370, 89.810),
        new("vgg13_bn",     "vgg13_bn-abd245e5.pth",            usual, 71.586, 90.374),
        new("vgg16_bn",     "vgg16_bn-6c64b313.pth",            usual, 73.360, 91.516),
        new("vgg19_bn",     "vgg19_bn-c79401a0.pth",            usual, 74.218, 91.842),
        new("googlenet",    "googlenet-1378be20.pth",           Preprocessing.Symmetric(), 69.778, 89.530),
        new("inception_v3", "inception_v3_google-0cc3c7bd.pth", Preprocessing.Symmetric(342, 299), 77.294, 93.450),
        new("resnet18",     "resnet18-f37072fd.pth",            usual, 69.758, 89.078),
        new("resnet34",     "resnet34-b627a593.pth",            usual, 73.314, 91.420),
        new("resnet50",     "resnet50-0676ba61.pth",            usual, 76.130, 92.862),
        new("resnet101",    "resnet101-63fe2227.pth",           usual, 77.374, 93.546),
        new("resnet152",    "resnet152-394f9c45.pth",           usual, 78.312, 94.046),
        new("resnet50",     "resnet50-11ad3fa6.pth",            newer, 80.858, 95.434, Version: 2),
        new("resnet101",    "resnet101-cd907fc2.pth",           newer, 81.886, 95.780, Version: 2),
        new("resnet152",    "resnet152-f82ba261.pth",           newer, 82.284, 96.002, Version: 2),
    ];

    /// <summary>The names of ImageNet's 1,000 classes, in the order of the networks' outputs, as torchvision 0.14's weights name them.</summary>
    public static IReadOnlyList<string> ImageNetClasses { get; } = ReadClasses();

    /// <summary>The weights of a network.</summary>
    /// <exception cref="UnknownNameException">There are none for that name; the message offers the nearest.</exception>
    public static PublishedWeights Of(string model, int version = 1) =>
        All.FirstOrDefault(w => w.Model == model && w.Version == version)
        ?? throw new UnknownNameException($"set of published weights{(version == 1 ? "" : $" of version {version}")} for", model, [.. All.Where(w => w.Version == version).Select(w => w.Model)]);

    /// <summary>Fetches the file into a folder, going on where an earlier try broke off, and checks it; a file that is there stays.</summary>
    /// <param name="folder">Where to put it.</param>
    /// <param name="home">A mirror; <see cref="Home"/> if not given.</param>
    /// <param name="progress">Told how many bytes have come, and of how many.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses.</exception>
    /// <exception cref="BadDataException">What came is not the file.</exception>
    public string Fetch(string folder, Uri? home = null, IProgress<(long Done, long? Of)>? progress = null)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) Download.To(new Uri(home ?? new Uri(Home), File), path, Checksum, progress);
        return path;
    }

    /// <summary>The first eight hex digits of the SHA-256, from the file's name.</summary>
    public Checksum Checksum => new(HashAlgorithmName.SHA256, Path.GetFileNameWithoutExtension(File)[^8..]);

    private static string[] ReadClasses()
    {
        using var reader = new StreamReader(typeof(PublishedWeights).Assembly.GetManifestResourceStream("imagenet-classes.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
