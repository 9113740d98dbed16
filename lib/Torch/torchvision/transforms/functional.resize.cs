using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            private static readonly Operator nearest = new("upsample_nearest2d");
            private static readonly Operator nearestExact = new("_upsample_nearest_exact2d");
            private static readonly Operator bilinear = new("upsample_bilinear2d");
            private static readonly Operator bilinearSmooth = new("_upsample_bilinear2d_aa");
            private static readonly Operator bicubic = new("upsample_bicubic2d");
            private static readonly Operator bicubicSmooth = new("_upsample_bicubic2d_aa");
            private static readonly Operator area = new("adaptive_avg_pool2d");

            /// <summary>Another size; with a width of -1 the shorter side becomes <paramref name="height"/> and the shape stays.</summary>
            /// <param name="maxSize">Limit of the longer side where the width is -1.</param>
            public static Tensor resize(Tensor input, int height, int width, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false)
            {
                var (h, w) = width == -1 ? ScaledSize(input.size(-2), input.size(-1), height, maxSize) : (height, width);
                if ((input.size(-2), input.size(-1)) == (h, w)) return input.alias();
                long[] size = [h, w];
                return OnFloatBatch(input, batch => interpolation switch
                {
                    InterpolationMode.Nearest => nearest.Call(batch, size),
                    InterpolationMode.NearestExact => nearestExact.Call(batch, size),
                    InterpolationMode.Bilinear => (antialias ? bilinearSmooth : bilinear).Call(batch, size, false),
                    InterpolationMode.Bicubic => Limited(input, (antialias ? bicubicSmooth : bicubic).Call(batch, size, false)),
                    InterpolationMode.Area => area.Call(batch, size),
                    _ => throw new ArgumentException($"images are not resized by {interpolation}; use Nearest, NearestExact, Bilinear, Bicubic or Area"),
                });
            }

            public static Tensor resize(Tensor input, int height, int width, int? maxSize = null) => resize(input, height, width, InterpolationMode.Nearest, maxSize, false);
            public static Tensor resize(Tensor input, int height, int width) => resize(input, height, width, InterpolationMode.Nearest, null, false);

            public static Tensor resized_crop(Tensor input, int top, int left, int height, int width, int newHeight, int newWidth)
            {
                if (top < 0 || left < 0 || top + height > input.size(-2) || left + width > input.size(-1))
                    throw new ArgumentException($"a crop of {height}x{width} at ({top}, {left}) leaves the image of {input.size(-2)}x{input.size(-1)}");
                using var part = crop(input, top, left, height, width);
                return resize(part, newHeight, newWidth);
            }

            public static Tensor pad(Tensor input, long padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding, padding, padding, padding], fill, padding_mode);

            public static Tensor pad(Tensor input, (long, long) padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding.Item1, padding.Item2], fill, padding_mode);

            public static Tensor pad(Tensor input, (long, long, long, long) padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding.Item1, padding.Item2, padding.Item3, padding.Item4], fill, padding_mode);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, padding.ToArray(), fill, padding_mode);

            /// <summary>Pads all sides alike, (left and right, top and bottom), or (left, top, right, bottom).</summary>
            public static Tensor pad(Tensor input, long[] padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant)
            {
                long[] sides = padding switch
                {
                    [var all] => [all, all, all, all],
                    [var x, var y] => [x, x, y, y],
                    [var left, var top, var right, var bottom] => [left, right, top, bottom],
                    _ => throw new ArgumentException($"padding takes 1, 2 or 4 numbers, not {padding.Length}"),
                };
                if (padding_mode is PaddingModes.Constant or PaddingModes.Zeros) return nn.functional.pad(input, sides, padding_mode, fill);
                return OnFloatBatch(input, batch => nn.functional.pad(batch, sides, padding_mode));
            }

            public static Tensor gaussian_blur(Tensor input, long kernel_size, float sigma) => gaussian_blur(input, [kernel_size, kernel_size], [sigma]);

            public static Tensor gaussian_blur(Tensor input, long kernelHeight, long kernelWidth, float sigma_x, float sigma_y) =>
                gaussian_blur(input, [kernelHeight, kernelWidth], [sigma_x, sigma_y]);

            /// <summary>Convolves with a Gaussian; sizes and deviations are (x, y), or one for both.</summary>
            public static Tensor gaussian_blur(Tensor input, IList<long> kernelSize, IList<float>? sigma)
            {
                var (kx, ky) = (kernelSize[0], kernelSize.Count > 1 ? kernelSize[1] : kernelSize[0]);
                if (kx <= 0 || ky <= 0 || kx % 2 == 0 || ky % 2 == 0) throw new ArgumentException($"the sides of a Gaussian kernel are odd, not {kx} and {ky}");
                float Default(long k) => 0.3f * ((k - 1) * 0.5f - 1) + 0.8f;
                var (sx, sy) = sigma is not { Count: > 0 } ? (Default(kx), Default(ky)) : (sigma[0], sigma.Count > 1 ? sigma[1] : sigma[0]);
                return OnFloatBatch(input, batch =>
                {
                    var kernel = Gaussian(ky, sy, batch).unsqueeze(1).matmul(Gaussian(kx, sx, batch).unsqueeze(0));
                    var padded = nn.functional.pad(batch, [kx / 2, kx / 2, ky / 2, ky / 2], PaddingModes.Reflect);
                    return nn.functional.conv2d(padded, kernel.expand([batch.size(1), 1, ky, kx]), groups: batch.size(1));
                });
            }

            private static Tensor Gaussian(long size, double sigma, Tensor like)
            {
                var half = (size - 1) * 0.5;
                var density = ((linspace(-half, half, size, like.dtype, like.device) / sigma).pow(2) * -0.5).exp();
                return density / density.sum();
            }

            private static (int H, int W) ScaledSize(long h, long w, int size, int? limit)
            {
                if (limit <= size) throw new ArgumentException($"maxSize = {limit} must be greater than the size of the shorter side, {size}");
                var (shorter, longer) = (size, (int)((double)size * Math.Max(h, w) / Math.Min(h, w)));
                if (longer > limit) (shorter, longer) = ((int)((double)limit.Value * shorter / longer), limit.Value);
                return w <= h ? (longer, shorter) : (shorter, longer);
            }

            // A cubic overshoots; bytes must not wrap around.
            private static Tensor Limited(Tensor image, Tensor result) => image.dtype == ScalarType.Byte ? result.clamp(0, 255) : result;
        }
    }
}
