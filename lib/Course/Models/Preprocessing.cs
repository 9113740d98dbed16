using CnnCourse.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Models;

/// <summary>What is done to a picture before a network sees it.</summary>
/// <param name="Resize">What the shorter side becomes, in pixels.</param>
/// <param name="Crop">Side of the square that is cut out of its middle.</param>
/// <param name="Mean">Taken off each channel of pixels in 0..1; as many numbers as channels.</param>
/// <param name="Deviation">Each channel is divided by it afterwards.</param>
public sealed record Preprocessing(long Resize, long Crop, double[] Mean, double[] Deviation)
{
    private static readonly double[] imageNetMean = [0.485, 0.456, 0.406], imageNetDeviation = [0.229, 0.224, 0.225];

    /// <summary>ImageNet's means and deviations, as torchvision's weights expect them.</summary>
    public static Preprocessing ImageNet(long resize = 256, long crop = 224) => new(resize, crop, imageNetMean, imageNetDeviation);

    /// <summary>From -1 to 1: what torchvision's GoogLeNet and Inception v3 make of their input when they have the published weights.</summary>
    public static Preprocessing Symmetric(long resize = 256, long crop = 224) => new(resize, crop, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]);

    /// <summary>For a network without published weights: its usual size, colours as ImageNet's, grey as it is.</summary>
    /// <param name="input">Channels, height and width.</param>
    public static Preprocessing For(IReadOnlyList<long> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (channels, side) = (input[0], input[^1]);
        var resize = side < 100 ? side : side * 256 / 224;   // small pictures have no border to spare
        return channels == 3 ? ImageNet(resize, side) : new(resize, side, [.. Enumerable.Repeat(0.0, (int)channels)], [.. Enumerable.Repeat(1.0, (int)channels)]);
    }

    /// <summary>Bytes or numbers in 0..1, [C, H, W], resized and normalised: [1, C, h, w], the shorter side <see cref="Resize"/>.</summary>
    /// <remarks>A grey picture serves all channels; of a colour picture a grey network sees the luma.</remarks>
    public Tensor Prepare(Tensor picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var scope = NewDisposeScope();
        var pixels = picture.is_floating_point() ? picture * 255 : picture.to(ScalarType.Float32);
        if (pixels.shape[0] != Mean.Length)
            pixels = Mean.Length == 1 ? torchvision.transforms.functional.rgb_to_grayscale(pixels) : pixels.expand(Mean.Length, -1, -1);
        var resized = Evaluation.Resize.ShorterSide(pixels.unsqueeze(0), Resize).round();   // to whole bytes, as torchvision's picture library does
        return Normalised(resized / 255).MoveToOuterDisposeScope();
    }

    /// <summary>The middle of a prepared picture: [1, C, h, w] → [1, C, Crop, Crop].</summary>
    public Tensor Center(Tensor prepared) => Crops.Center(prepared, Crop);

    /// <inheritdoc/>
    public override string ToString() => $"shorter side {Resize}, crop {Crop}, mean ({string.Join(", ", Mean)}), deviation ({string.Join(", ", Deviation)})";

    private Tensor Normalised(Tensor images) => (images - Channels(Mean, images.device)) / Channels(Deviation, images.device);

    private static Tensor Channels(double[] values, Device device) => tensor(values, ScalarType.Float32, device).reshape(1, -1, 1, 1);
}
