using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace CnnCourse.Torch.Tests.Vision;

/// <summary>Each transform on the same picture as Python's torchvision, in bytes and in floats, alone and in a batch.</summary>
public class TransformParityTests(TransformParityTests.Python python) : IClassFixture<TransformParityTests.Python>
{
    private const double OfFloats = 2e-5;   // float32 sums in another order
    private const double OfBytes = 1;       // a value halfway between two bytes may fall to either side

    private static readonly IList<IList<int>> start = [[0, 0], [16, 0], [16, 12], [0, 12]];
    private static readonly IList<IList<int>> end = [[2, 1], [15, 2], [13, 12], [1, 10]];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> ours = new()
    {
        ["F.adjust_brightness(x, 1.4)"] = x => F.adjust_brightness(x, 1.4),
        ["F.adjust_contrast(x, 0.6)"] = x => F.adjust_contrast(x, 0.6),
        ["F.adjust_saturation(x, 1.7)"] = x => F.adjust_saturation(x, 1.7),
        ["F.adjust_gamma(x, 0.7, 0.9)"] = x => F.adjust_gamma(x, 0.7, 0.9),
        ["F.adjust_hue(x, 0.2)"] = x => F.adjust_hue(x, 0.2),
        ["F.adjust_hue(x, -0.4)"] = x => F.adjust_hue(x, -0.4),
        ["F.adjust_sharpness(x, 1.8)"] = x => F.adjust_sharpness(x, 1.8),
        ["F.autocontrast(x)"] = F.autocontrast,
        ["F.invert(x)"] = F.invert,
        ["F.solarize(x, 100 if x.dtype == torch.uint8 else 0.4)"] = x => F.solarize(x, x.dtype == uint8 ? 100 : 0.4),
        ["F.rgb_to_grayscale(x, 3)"] = x => F.rgb_to_grayscale(x, 3),
        ["F.center_crop(x, [8, 10])"] = x => F.center_crop(x, 8, 10),
        ["F.center_crop(x, [20, 10])"] = x => F.center_crop(x, 20, 10),
        ["F.crop(x, -2, 3, 9, 20)"] = x => F.crop(x, -2, 3, 9, 20),
        ["F.pad(x, [1, 2, 3, 4], 7)"] = x => F.pad(x, [1, 2, 3, 4], 7),
        ["F.pad(x, [2, 3], padding_mode='reflect')"] = x => F.pad(x, [2, 3], padding_mode: PaddingModes.Reflect),
        ["F.hflip(x)"] = F.hflip,
        ["F.vflip(x)"] = F.vflip,
        ["F.erase(x, 2, 3, 4, 5, torch.tensor(1))"] = x => F.erase(x, 2, 3, 4, 5, tensor(1)),
        ["F.gaussian_blur(x, [3, 5], [0.8, 1.3])"] = x => F.gaussian_blur(x, [3, 5], [0.8f, 1.3f]),
        ["F.resize(x, [7, 30], NEAREST)"] = x => F.resize(x, 7, 30),
        ["F.resize(x, [7, 30], BILINEAR)"] = x => F.resize(x, 7, 30, InterpolationMode.Bilinear),
        ["F.resize(x, [7, 9], BILINEAR, antialias=True)"] = x => F.resize(x, 7, 9, InterpolationMode.Bilinear, antialias: true),
        ["F.resize(x, [20, 30], BICUBIC)"] = x => F.resize(x, 20, 30, InterpolationMode.Bicubic),
        ["F.resize(x, 9, BILINEAR)"] = x => F.resize(x, 9, -1, InterpolationMode.Bilinear),
        ["F.resize(x, 12, BILINEAR, max_size=14)"] = x => F.resize(x, 12, -1, InterpolationMode.Bilinear, 14),
        ["F.affine(x, 20, [2, -1], 1.2, [5.0, 3.0], BILINEAR)"] = x => F.affine(x, [5f, 3f], 20, [2, -1], 1.2f, InterpolationMode.Bilinear),
        ["F.affine(x, -15, [0, 3], 0.8, [0.0, 0.0], NEAREST, [1.0])"] = x => F.affine(x, [0f, 0f], -15, [0, 3], 0.8f, InterpolationMode.Nearest, 1),
        ["F.rotate(x, 30, BILINEAR)"] = x => F.rotate(x, 30, InterpolationMode.Bilinear),
        ["F.rotate(x, 30, NEAREST, True, None, [1.0, 2.0, 3.0])"] = x => F.rotate(x, 30, InterpolationMode.Nearest, true, null, [1f, 2f, 3f]),
        ["F.rotate(x, -50, BILINEAR, False, [4, 5], [1.0])"] = x => F.rotate(x, -50, InterpolationMode.Bilinear, false, (4, 5), [1f]),
        ["F.perspective(x, [[0, 0], [16, 0], [16, 12], [0, 12]], [[2, 1], [15, 2], [13, 12], [1, 10]])"] = x => F.perspective(x, start, end),
        ["F.convert_image_dtype(x, torch.float64)"] = x => F.convert_image_dtype(x, float64),
        ["F.convert_image_dtype(x, torch.uint8)"] = x => F.convert_image_dtype(x, uint8),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> oursOnBytes = new()
    {
        ["F.equalize(x)"] = F.equalize,
        ["F.posterize(x, 3)"] = x => F.posterize(x, 3),
        ["F.convert_image_dtype(x, torch.int16)"] = x => F.convert_image_dtype(x, int16),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> oursOnFloats = new()
    {
        ["F.normalize(x, [0.4, 0.5, 0.6], [0.2, 0.3, 0.1])"] = x => F.normalize(x, [0.4, 0.5, 0.6], [0.2, 0.3, 0.1]),
    };

    /// <summary>The reference, run once.</summary>
    public sealed class Python
    {
        internal JsonElement Results { get; } = Reference.Run($"""
            import torchvision.transforms.functional as F
            from torchvision.transforms import InterpolationMode
            NEAREST, BILINEAR, BICUBIC = InterpolationMode.NEAREST, InterpolationMode.BILINEAR, InterpolationMode.BICUBIC
            image = (torch.arange(2 * 3 * 13 * 17) * 7919 % 256).to(torch.uint8).reshape(2, 3, 13, 17)
            inputs = dict(byte=image[0], bytes=image, float=image[0] / 255, floats=image / 255)
            results = dict()
            for kind, x in inputs.items():
                for name in {JsonSerializer.Serialize(ours.Keys.Concat(oursOnBytes.Keys).Concat(oursOnFloats.Keys))}:
                    try: r = eval(name)
                    except TypeError: continue
                    results[kind + ' ' + name] = [list(r.shape), str(r.dtype)[6:], flat(r)]
            print(json.dumps(results))
            """);
    }

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var kind in new[] { "byte", "bytes", "float", "floats" })
            foreach (var name in ours.Keys.Concat(kind.StartsWith('b') ? oursOnBytes.Keys : oursOnFloats.Keys)) cases.Add(kind, name);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_transform_gives_what_Python_gives(string kind, string name)
    {
        using var scope = NewDisposeScope();
        var image = (arange(2 * 3 * 13 * 17) * 7919).remainder(256).to(uint8).reshape([2, 3, 13, 17]);
        var x = kind.EndsWith('s') ? image : image.select(0, 0);
        if (kind.StartsWith('f')) x = x.to(float32) / 255;
        var function = ours.GetValueOrDefault(name) ?? oursOnBytes.GetValueOrDefault(name) ?? oursOnFloats[name];

        var result = function(x);

        var expected = python.Results.GetProperty(kind + " " + name);
        Assert.Equal(expected[0].EnumerateArray().Select(n => n.GetInt64()), result.shape);
        Assert.Equal(expected[1].GetString(), Dtype.Of(result.dtype).Python);
        var (wanted, got) = (expected[2].Numbers(), result.Numbers());
        var tolerance = is_floating_point(result.dtype) ? OfFloats : OfBytes;
        var far = wanted.Zip(got).Count(pair => Math.Abs(pair.First - pair.Second) > tolerance);
        Assert.True(far == 0, $"{far} of {got.Length} values differ by more than {tolerance}");
    }
}
