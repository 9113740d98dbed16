using CnnCourse.Arithmetic;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Claims.Topics;

internal static class ZFNetClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["zfnet.slower"] = () => [Table.Total.Macs, AlexNet.Total.Macs, (double)Table.Total.Macs / AlexNet.Total.Macs, Conv1(Table) / Conv1(AlexNet)],
        ["zfnet.filters.increase"] = () => [.. Table.Convolutions().Select(row => row.Output[0])],
        ["zfnet.crop.10x224"] = AlexNetClaims.TenCrops,
        ["zfnet.deconv.transpose"] = IsTransposedMatrix,
        ["zfnet.deconv.flip"] = IsConvolutionWithFlippedKernel,
        ["zfnet.deconv.delta"] = AutocorrelationPeaksAtZero,
        ["zfnet.pool.example.32x32x3"] = () => Halved(3),
        ["zfnet.pool.example.32x32x32"] = () => Halved(32),
        ["zfnet.pool.wider.view"] = () => [FieldWith(new Window(2, 2)), FieldWith(Window.Point)],
    };

    private static LayerTable Table => Network("zfnet");

    private static LayerTable AlexNet => Network("alexnet_paper");

    private static double Conv1(LayerTable table) => table.Convolutions()[0].Macs;

    private static Answer Halved(long channels)
    {
        var pooled = Stack(() => MaxPool2d(2, stride: 2), channels, 32, 32);
        return [pooled.Output[1], pooled.Output[2], pooled.Output[0]];
    }

    private static double FieldWith(Window between) => ReceptiveField.OfPixel.Through(new(3)).Through(between).Through(new(3)).Size;

    // Column p of the matrix is what the convolution makes of an image that is 1 at pixel p.
    private static Answer IsTransposedMatrix()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (kernel, above) = (rand(1, 1, 3, 3), rand(1, 1, 3, 3));
        var matrix = F.conv2d(eye(25).view(25, 1, 5, 5), kernel).view(25, 9).t();
        return Tried.AreEqual(F.conv_transpose2d(above, kernel).view(25), matrix.t().matmul(above.view(9)));
    }

    private static Answer IsConvolutionWithFlippedKernel()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (kernel, above) = (rand(1, 1, 3, 3), rand(1, 1, 4, 4));
        return Tried.AreEqual(F.conv_transpose2d(above, kernel), F.conv2d(above, kernel.flip(2, 3), padding: [2, 2]));
    }

    private static Answer AutocorrelationPeaksAtZero()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        return Enumerable.Range(0, 20).All(_ =>
        {
            var kernel = randn(1, 1, 3, 3);
            var lags = F.conv2d(kernel, kernel, padding: [2, 2]).flatten();
            var middle = lags[lags.numel() / 2];
            return Tried.AreEqual(middle, kernel.pow(2).sum()) && lags.abs().max().Value() <= middle.Value();
        });
    }
}
