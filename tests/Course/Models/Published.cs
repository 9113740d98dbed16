using CnnCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

/// <summary>Every network of the library by name.</summary>
internal static class Published
{
    internal static readonly ModelEntry[] All =
    [
        .. AlexNet.Entries, .. Vgg.Entries, .. ResNet.Entries, .. GoogLeNet.Entries, .. InceptionV3.Entries,
    ];

    internal static Module<Tensor, Tensor> Create(string name) => All.Single(entry => entry.Name == name).Create();
}
