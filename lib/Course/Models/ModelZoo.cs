using static TorchSharp.torch;

namespace CnnCourse.Models;

/// <summary>Every network of the course by name. Names follow torchvision; a paper's own version ends in <c>_paper</c>.</summary>
public static class ModelZoo
{
    private static readonly ZooEntry[] entries =
    [
        new("lenet5", () => new LeNet5Modern(), [1, 32, 32], "LeNet-5 with ReLU, max pooling and cross-entropy"),
        new("lenet5_paper", () => new LeNet5(), [1, 32, 32], "LeNet-5 as in LeCun et al. 1998"),
        .. AlexNet.Entries, .. ZFNet.Entries, .. OverFeat.Entries, .. NetworkInNetwork.Entries, .. Vgg.Entries,
        .. GoogLeNet.Entries, .. BnInception.Entries, .. InceptionV3.Entries,
        .. Highway.Entries, .. ResNet.Entries, .. PreActResNet.Entries, .. ResNetInResNet.Entries, .. StochasticDepth.Entries,
    ];

    /// <summary>The networks, in the order of their papers.</summary>
    public static IReadOnlyList<ZooEntry> Entries => entries;

    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. entries.Select(e => e.Name)];

    /// <summary>Builds a network with fresh weights from torch's random numbers.</summary>
    /// <exception cref="UnknownNameException">No network has that name; the message offers the nearest.</exception>
    public static nn.Module<Tensor, Tensor> Create(string name) => Find(name).Build();

    /// <summary>The entry of a network.</summary>
    /// <exception cref="UnknownNameException">No network has that name; the message offers the nearest.</exception>
    public static ZooEntry Find(string name) =>
        entries.FirstOrDefault(e => e.Name == name) ?? throw new UnknownNameException("model", name, Names);
}
