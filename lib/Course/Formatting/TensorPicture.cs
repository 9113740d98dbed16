using System.Globalization;
using System.Net;
using CnnCourse.Visualization;
using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>A tensor shaped like an image as one: [H, W], [1 or 3, H, W], or a small batch of them side by side.</summary>
public static class TensorPicture
{
    private const int LeastSide = 8, MostSide = 512, MostImages = 12, ShownSide = 112;

    /// <summary>The picture with its shape and range as markup; null where the tensor is not shaped like an image.</summary>
    public static string? Html(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.IsInvalid || tensor.device_type == TorchSharp.DeviceType.META || tensor.is_complex() || !IsImage(tensor.shape)) return null;
        using var scope = NewDisposeScope();
        var values = tensor.detach().to(CPU).to(ScalarType.Float32);
        if (values.Dimensions == 4) values = values.permute(1, 2, 0, 3).reshape(values.shape[1], values.shape[2], -1);
        if (values.Dimensions == 2) values = values.unsqueeze(0);
        var (low, high) = (values.min().item<float>(), values.max().item<float>());
        var times = Math.Max(1, ShownSide / values.shape[1]);
        var large = nn.functional.interpolate(values.unsqueeze(0), scale_factor: [times, times], mode: InterpolationMode.Nearest).squeeze(0);
        var picture = Pictures.Of(large);
        if (low < 0 || high > 1) picture = picture.Stretched(low, high);
        var words = string.Create(CultureInfo.InvariantCulture, $"[{string.Join(", ", tensor.shape)}] {tensor.dtype} on {tensor.device}, from {low:0.####} to {high:0.####}");
        return $"<figure><img alt=\"{WebUtility.HtmlEncode(words)}\" src=\"data:image/png;base64,{Convert.ToBase64String(picture.ToPng())}\"><figcaption>{WebUtility.HtmlEncode(words)}</figcaption></figure>";
    }

    private static bool IsImage(long[] shape) => shape switch
    {
        [var h, var w] => IsSide(h) && IsSide(w),
        [1 or 3, var h, var w] => IsSide(h) && IsSide(w),
        [> 0 and <= MostImages, 1 or 3, var h, var w] => IsSide(h) && IsSide(w),
        _ => false,
    };

    private static bool IsSide(long length) => length is >= LeastSide and <= MostSide;
}
