using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            public static Tensor adjust_brightness(Tensor img, double brightness_factor)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(brightness_factor);
                using var black = zeros_like(img);
                return Blend(img, black, brightness_factor);
            }

            public static Tensor adjust_contrast(Tensor img, double contrast_factor)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(contrast_factor);
                using var scope = NewDisposeScope();
                var gray = rgb_to_grayscale(img);
                var mean = (is_floating_point(img.dtype) ? gray : gray.to(float32)).mean([-3, -2, -1], keepdim: true);
                return Blend(img, mean, contrast_factor).MoveToOuterDisposeScope();
            }

            public static Tensor adjust_saturation(Tensor img, double saturation_factor)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(saturation_factor);
                if (img.size(-3) == 1) return img.alias();
                using var gray = rgb_to_grayscale(img);
                return Blend(img, gray, saturation_factor);
            }

            /// <summary>gain * img^gamma.</summary>
            public static Tensor adjust_gamma(Tensor img, double gamma, double gain = 1.0)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(gamma);
                using var scope = NewDisposeScope();
                var light = is_floating_point(img.dtype) ? img : convert_image_dtype(img);
                return convert_image_dtype((light.pow(gamma) * gain).clamp(0, 1), img.dtype).MoveToOuterDisposeScope();
            }

            /// <summary>Turns the colour circle by a part of it, -0.5..0.5, or by degrees.</summary>
            public static Tensor adjust_hue(Tensor img, double hue_factor, bool degrees = false)
            {
                if (degrees) hue_factor /= 360;
                if (hue_factor is < -0.5 or > 0.5) throw new ArgumentOutOfRangeException(nameof(hue_factor), hue_factor, "a turn of the hue lies in -0.5..0.5");
                if (img.ndim < 3 || img.size(-3) == 1 || hue_factor == 0) return img.alias();
                using var scope = NewDisposeScope();
                var (h, s, v) = ToHsv(is_floating_point(img.dtype) ? img : convert_image_dtype(img));
                return convert_image_dtype(FromHsv((h + hue_factor).remainder(1), s, v), img.dtype).MoveToOuterDisposeScope();
            }

            public static Tensor adjust_sharpness(Tensor img, double sharpness)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(sharpness);
                if (img.size(-1) <= 2 || img.size(-2) <= 2) return img.alias();
                using var blurred = Blurred(img);
                return Blend(img, blurred, sharpness);
            }

            /// <summary>Stretches each channel to the whole range.</summary>
            public static Tensor autocontrast(Tensor input)
            {
                using var scope = NewDisposeScope();
                var (bound, light) = (Bound(input), is_floating_point(input.dtype) ? input : input.to(float32));
                var (low, high) = (light.amin([-2, -1], keepdim: true), light.amax([-2, -1], keepdim: true));
                var flat = high == low;
                var scale = where(flat, ones_like(low), bound / (high - low));
                return ((light - where(flat, zeros_like(low), low)) * scale).clamp(0, bound).to(input.dtype).MoveToOuterDisposeScope();
            }

            /// <summary>Evens out the histogram of each channel of byte images.</summary>
            public static Tensor equalize(Tensor input)
            {
                if (input.dtype != ScalarType.Byte) throw new ArgumentException($"equalize() takes byte images, not {input.dtype}");
                using var scope = NewDisposeScope();
                var channels = input.reshape([-1, input.size(-2), input.size(-1)]).unbind(0).Select(Equalized);
                return stack(channels).reshape(input.shape).MoveToOuterDisposeScope();
            }

            public static Tensor invert(Tensor input)
            {
                using var negative = is_floating_point(input.dtype) ? -input : input.bitwise_not();
                return is_floating_point(input.dtype) ? negative + 1.0 : negative.alias();
            }

            /// <summary>Keeps the upper bits of byte images.</summary>
            public static Tensor posterize(Tensor input, int bits)
            {
                if (input.dtype != ScalarType.Byte) throw new ArgumentException($"posterize() takes byte images, not {input.dtype}");
                using var mask = tensor((byte)(0xff << (8 - bits)));
                return input.bitwise_and(mask);
            }

            /// <summary>Inverts what is not below the threshold.</summary>
            public static Tensor solarize(Tensor input, double threshold)
            {
                if (threshold > Bound(input)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"a threshold of {input.dtype} images is at most {Bound(input)}");
                using var inverted = invert(input);
                using var bright = input >= threshold;
                return where(bright, inverted, input);
            }

            public static Tensor rgb_to_grayscale(Tensor input, int num_output_channels = 1)
            {
                if (num_output_channels is not (1 or 3)) throw new ArgumentException("the number of output channels must be 1 or 3", nameof(num_output_channels));
                using var scope = NewDisposeScope();
                var gray = input.alias();
                if (input.size(-3) == 3)
                {
                    var (r, g, b) = (input.select(-3, 0), input.select(-3, 1), input.select(-3, 2));
                    gray = (r * 0.2989 + g * 0.587 + b * 0.114).to(input.dtype).unsqueeze(-3);
                }
                var shape = input.shape;
                shape[^3] = num_output_channels;
                return (num_output_channels == 3 ? gray.expand(shape) : gray).MoveToOuterDisposeScope();
            }

            private static Tensor Blend(Tensor img1, Tensor img2, double ratio)
            {
                using var scope = NewDisposeScope();
                return (img1 * ratio + img2 * (1 - ratio)).clamp(0, Bound(img1)).to(img1.dtype).MoveToOuterDisposeScope();
            }

            // A 3x3 mean with five times the weight in the middle; the border stays.
            private static Tensor Blurred(Tensor image) => OnFloatBatch(image, batch =>
            {
                var kernel = ones([3, 3], batch.dtype, batch.device);
                kernel.select(0, 1).select(0, 1).fill_(5);
                var channels = batch.size(1);
                var middle = nn.functional.conv2d(batch, (kernel / 13).expand([channels, 1, 3, 3]), groups: channels);
                var result = batch.clone();
                result.narrow(-2, 1, batch.size(-2) - 2).narrow(-1, 1, batch.size(-1) - 2).copy_(middle);
                return result;
            });

            private static Tensor Equalized(Tensor channel)
            {
                var histogram = channel.reshape([-1]).to(int64).bincount(null, 256).cpu().data<long>().ToArray();
                var step = (histogram.Sum() - histogram.Last(count => count != 0)) / 255;
                if (step == 0) return channel;
                var table = new byte[256];
                var below = 0L;
                for (var value = 0; value < table.Length; below += histogram[value++]) table[value] = (byte)Math.Min((below + step / 2) / step, 255);
                return tensor(table).to(channel.device).index_select(0, channel.reshape([-1]).to(int64)).reshape(channel.shape);
            }

            private static (Tensor H, Tensor S, Tensor V) ToHsv(Tensor rgb)
            {
                var (r, g, b) = (rgb.select(-3, 0), rgb.select(-3, 1), rgb.select(-3, 2));
                var (high, low) = (rgb.amax([-3]), rgb.amin([-3]));
                var (gray, one, range) = (high == low, ones_like(high), high - low);
                var divisor = where(gray, one, range);
                var (rc, gc, bc) = ((high - r) / divisor, (high - g) / divisor, (high - b) / divisor);
                var (isRed, isGreen) = (high == r, high == g);
                var hue = where(isRed, bc - gc, where(isGreen, rc - bc + 2, gc - rc + 4));
                return ((hue / 6 + 1).fmod(1), range / where(gray, one, high), high);
            }

            private static Tensor FromHsv(Tensor h, Tensor s, Tensor v)
            {
                var (sector, f) = ((h * 6).floor(), h * 6 - (h * 6).floor());
                var p = (v * (1 - s)).clamp(0, 1);
                var q = (v * (1 - s * f)).clamp(0, 1);
                var t = (v * (1 - s * (1 - f))).clamp(0, 1);
                var which = sector.to(int64).remainder(6).unsqueeze(-3);
                Tensor Pick(params Tensor[] bySector) => stack(bySector, -3).gather(-3, which);
                return cat([Pick(v, q, p, p, t, v), Pick(t, v, v, q, p, p), Pick(p, p, t, v, v, q)], -3);
            }
        }
    }
}
