using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class OverFeatClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["overfeat.dense"] = EqualsItsCrops,
    };

    // Crops lie as far apart as the network's stride.
    private static Answer EqualsItsCrops()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        manual_seed(10);
        using var network = Sequential(Conv2d(1, 4, 5), ReLU(), MaxPool2d(2, stride: 2), Conv2d(4, 6, 5));
        const long window = 14, stride = 2;
        var image = rand(1, 1, 16, 16);
        var dense = network.call(image);
        var equal = true;
        for (var row = 0; row < dense.shape[2]; row++)
            for (var column = 0; column < dense.shape[3]; column++)
            {
                var crop = image.narrow(2, row * stride, window).narrow(3, column * stride, window);
                equal &= Tried.AreEqual(network.call(crop).flatten(), dense[0, .., row, column]);
            }
        return Answer.That(equal, dense.shape[2], dense.shape[3], dense.shape[2] * dense.shape[3]);
    }
}
