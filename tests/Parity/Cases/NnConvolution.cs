using TorchSharp;
using static CnnCourse.Parity.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Parity.Cases;

public sealed class NnConvolution : Parity<NnConvolution>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("Linear", "trained(nn.Linear(5, 3), x)", x => Trained(Linear(5, 3), x), [4, 5]),
        Case("Linear without bias", "trained(nn.Linear(5, 3, bias=False), x)", x => Trained(Linear(5, 3, hasBias: false), x), [2, 4, 5]),
        Case("Bilinear", "trained(nn.Bilinear(4, 3, 2), x, y)", (x, y) => Bilinear(4, 3, 2) is var m ? Answer(m, m.call(x, y)) : null, [5, 4], [5, 3]),
        Case("Identity", "nn.Identity()(x) * 2", x => Identity().call(x) * 2, [4, 5]),
        Case("Flatten", "nn.Flatten()(x)", x => Flatten().call(x), [2, 3, 4]),
        Case("Unflatten", "nn.Unflatten(1, (2, 3))(x)", x => Unflatten(1, [2, 3]).call(x), [4, 6]),
        Case("Conv1d", "trained(nn.Conv1d(3, 4, 3, stride=2, padding=1, dilation=2), x)", x => Trained(Conv1d(3, 4, 3, stride: 2, padding: 1, dilation: 2), x), [2, 3, 12]),
        Case("Conv1d with same padding", "trained(nn.Conv1d(3, 4, 4, padding='same'), x)", x => Trained(Conv1d(3, 4, 4, Padding.Same), x), [2, 3, 12]),
        Case("Conv1d with circular padding", "trained(nn.Conv1d(3, 4, 3, padding=2, padding_mode='circular'), x)", x => Trained(Conv1d(3, 4, 3, padding: 2, padding_mode: PaddingModes.Circular), x), [2, 3, 12]),
        Case("Conv2d", "trained(nn.Conv2d(3, 4, 3), x)", x => Trained(Conv2d(3, 4, 3), x), [2, 3, 8, 9]),
        Case("Conv2d of one image", "trained(nn.Conv2d(3, 4, 3), x)", x => Trained(Conv2d(3, 4, 3), x), [3, 8, 9]),
        Case("Conv2d with pairs", "trained(nn.Conv2d(3, 4, (3, 2), (2, 1), (1, 0), (1, 2)), x)", x => Trained(Conv2d(3, 4, (3, 2), (2, 1), (1, 0), (1, 2)), x), [2, 3, 8, 9]),
        Case("Conv2d in groups without bias", "trained(nn.Conv2d(4, 6, 3, groups=2, bias=False), x)", x => Trained(Conv2d(4, 6, 3, groups: 2, bias: false), x), [2, 4, 8, 9]),
        Case("Conv2d depthwise", "trained(nn.Conv2d(4, 4, 3, padding=1, groups=4), x)", x => Trained(Conv2d(4, 4, 3, padding: 1, groups: 4), x), [2, 4, 8, 9]),
        Case("Conv2d with same padding", "trained(nn.Conv2d(3, 4, (3, 4), padding='same', dilation=2), x)", x => Trained(Conv2d(3, 4, (3, 4), Padding.Same, dilation: (2, 2)), x), [2, 3, 8, 9]),
        Case("Conv2d with valid padding", "trained(nn.Conv2d(3, 4, 3, padding='valid'), x)", x => Trained(Conv2d(3, 4, 3, Padding.Valid), x), [2, 3, 8, 9]),
        Case("Conv2d with reflected padding", "trained(nn.Conv2d(3, 4, 3, padding=(1, 2), padding_mode='reflect'), x)", x => Trained(Conv2d(3, 4, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Reflect), x), [2, 3, 8, 9]),
        Case("Conv2d with replicated same padding", "trained(nn.Conv2d(3, 4, (2, 3), padding='same', padding_mode='replicate'), x)", x => Trained(Conv2d(3, 4, (2, 3), Padding.Same, padding_mode: PaddingModes.Replicate), x), [2, 3, 8, 9]),
        Case("Conv3d", "trained(nn.Conv3d(2, 3, (1, 2, 3), padding=1), x)", x => Trained(Conv3d(2, 3, (1, 2, 3), padding: (1, 1, 1)), x), [2, 2, 4, 5, 6]),
        Case("Conv3d with one number each", "trained(nn.Conv3d(2, 3, 3, 2, 1, 1), x)", x => Trained(Conv3d(2, 3, 3, 2, 1, 1), x), [2, 2, 4, 5, 6]),
        Case("ConvTranspose1d", "trained(nn.ConvTranspose1d(3, 4, 3, stride=2, padding=1, output_padding=1), x)", x => Trained(ConvTranspose1d(3, 4, 3, stride: 2, padding: 1, output_padding: 1), x), [2, 3, 7]),
        Case("ConvTranspose2d", "trained(nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, groups=2), x)", x => Trained(ConvTranspose2d(4, 6, 3, stride: 2, padding: 1, groups: 2), x), [2, 4, 5, 6]),
        Case("ConvTranspose2d with pairs", "trained(nn.ConvTranspose2d(3, 4, (3, 2), (2, 3), (1, 0), (1, 2), dilation=(1, 2)), x)", x => Trained(ConvTranspose2d(3, 4, (3, 2), (2, 3), (1, 0), (1, 2), (1, 2)), x), [2, 3, 5, 6]),
        Case("ConvTranspose2d of a given size", "nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1)(x, output_size=[10, 11])", x => ConvTranspose2d(3, 4, 3, stride: 2, padding: 1).forward(x, [10, 11]), [2, 3, 5, 6]),
        Case("ConvTranspose3d", "trained(nn.ConvTranspose3d(2, 3, 3, stride=2), x)", x => Trained(ConvTranspose3d(2, 3, 3, stride: 2), x), [2, 2, 3, 4, 3]),
        Case("conv1d", "F.conv1d(x, y, stride=2)", (x, y) => F.conv1d(x, y, stride: 2), [2, 3, 12], [4, 3, 3]),
        Case("conv2d", "F.conv2d(x, y, z, padding=(1, 2))", (x, y, z) => F.conv2d(x, y, z, padding: [1, 2]), [2, 3, 6, 7], [4, 3, 3, 3], [4]),
        Case("conv3d", "F.conv3d(x, y)", (x, y) => F.conv3d(x, y), [2, 2, 4, 4, 4], [3, 2, 2, 2, 2]),
        Case("conv_transpose1d", "F.conv_transpose1d(x, y)", (x, y) => F.conv_transpose1d(x, y), [2, 3, 7], [3, 4, 3]),
        Case("conv_transpose2d", "F.conv_transpose2d(x, y, z, stride=2, dilation=2)", (x, y, z) => F.conv_transpose2d(x, y, z, [2, 2], dilation: [2, 2]), [2, 3, 5, 5], [3, 4, 3, 3], [4]),
        Case("conv_transpose3d", "F.conv_transpose3d(x, y)", (x, y) => F.conv_transpose3d(x, y), [2, 2, 3, 3, 3], [2, 3, 2, 2, 2]),
        Case("bilinear", "F.bilinear(x, y, z)", (x, y, z) => F.bilinear(x, y, z), [5, 4], [5, 3], [2, 4, 3]),
        Case("Unfold", "nn.Unfold((2, 3), stride=2, padding=1)(x)", x => Unfold((2, 3), stride: (2, 2), padding: (1, 1)).call(x), [2, 3, 6, 7]),
        Case("Fold", "nn.Fold((5, 6), (2, 3))(x)", x => Fold((5, 6), (2, 3)).call(x), [2, 18, 16]),
        Case("PixelShuffle", "nn.PixelShuffle(2)(x)", x => PixelShuffle(2).call(x), [2, 8, 3, 4]),
        Case("PixelUnshuffle", "nn.PixelUnshuffle(2)(x)", x => PixelUnshuffle(2).call(x), [2, 2, 6, 4]),
        Case("ChannelShuffle", "nn.ChannelShuffle(2)(x)", x => ChannelShuffle(2).call(x), [2, 4, 3, 3], grad: false),
        Case("one_hot", "F.one_hot(x, 7)", x => F.one_hot(x, 7), Input.Longs(0, 7, 3, 2)),
        Case("Embedding", "trained(nn.Embedding(10, 3, padding_idx=2), x)", x => Trained(Embedding(10, 3, padding_idx: 2), x), Input.Longs(0, 10, 4, 3)),
        Case("Embedding of bounded norm", "trained(nn.Embedding(10, 3, max_norm=1.0), x)", x => Trained(Embedding(10, 3, max_norm: 1.0), x), Input.Longs(0, 10, 4, 3)),
        Case("EmbeddingBag", "trained(nn.EmbeddingBag(10, 3), x)", x => EmbeddingBag(10, 3) is var m ? Answer(m, m.call(x)) : null, Input.Longs(0, 10, 4, 3)),
        Case("EmbeddingBag with offsets", "trained(nn.EmbeddingBag(10, 3, mode='sum'), x, torch.tensor([0, 3, 3]))", x => EmbeddingBag(10, 3, mode: EmbeddingBagMode.Sum) is var m ? Answer(m, m.call(x, tensor([0L, 3, 3]))) : null, Input.Longs(0, 10, 8)),
        Case("Sequential", "trained(nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 2)), x)", x => Trained(Sequential(Linear(4, 5), ReLU(), Linear(5, 2)), x), [3, 4]),
        Case("CosineSimilarity", "nn.CosineSimilarity()(x, y)", (x, y) => CosineSimilarity().call(x, y), [4, 5], [4, 5]),
        Case("PairwiseDistance", "nn.PairwiseDistance(3.0, keepdim=True)(x, y)", (x, y) => PairwiseDistance(3.0, keepdim: true).call(x, y), [4, 5], [4, 5]),
        Case("normalize", "F.normalize(x, p=3.0, dim=0)", x => F.normalize(x, 3.0, 0), [4, 5]),
    ];
}
