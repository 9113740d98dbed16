using CnnCourse.Arithmetic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class ConvolutionClaims
{
    private static readonly long[] sizes = [1, 2, 3, 5];

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["conv.kernels.KL"] = () => sizes.All(k => sizes.All(l => Counted.Weights(k, l, 1).Params == k * l)),
        ["conv.params.IJKL"] = () => sizes.All(i => sizes.All(j => sizes.All(k => sizes.All(l =>
            Counted.Stack(() => Conv2d(k, l, (i, j)), k, 8, 8).Params == i * j * k * l + l)))),
        ["conv.example.input"] = Values,
        ["conv.example.pad"] = () => [Padded, Padded],
        ["conv.example.maps"] = () => [.. Example.Output],
        ["conv.example.weights"] = () => [Example.Params - Example.Output[0], Example.Output[0], Example.Params],
    };

    /// <summary>Numbers in a colour image of 32 × 32.</summary>
    public static Answer Values()
    {
        using var image = zeros(3, 32, 32);
        return image.numel();
    }

    private static LayerRow Example => Counted.Stack(() => Conv2d(3, 64, 5, padding: 2), 3, 32, 32);

    private static double Padded => new Window(1, Padding: 2).Output(32);
}
