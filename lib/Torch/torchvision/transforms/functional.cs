using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Transforms of images [.., C, H, W]: bytes 0..255 or floats 0..1.</summary>
        public static partial class functional
        {
            public static (long channels, long height, long width) get_dimensions(Tensor img) =>
                (img.ndim == 2 ? 1 : img.size(-3), img.size(-2), img.size(-1));

            public static Tensor hflip(Tensor input) => input.flip(-1);
            public static Tensor vflip(Tensor input) => input.flip(-2);

            public static Tensor crop(Tensor input, int top, int left, int height, int width) => input.crop(top, left, height, width);
            public static Tensor crop(Tensor input, int top, int left, int size) => input.crop(top, left, size, size);

            public static Tensor center_crop(Tensor input, int size) => center_crop(input, size, size);

            public static Tensor center_crop(Tensor input, int height, int width) =>
                input.crop(Margin(input.size(-2), height), Margin(input.size(-1), width), height, width);

            // Halves are rounded to even where there is something to cut off, and up where something is missing.
            private static int Margin(long whole, int part) => part > whole ? -(int)((part - whole) / 2) : (int)Math.Round((whole - part) / 2.0);

            public static Tensor erase(Tensor img, int top, int left, int height, int width, Tensor value, bool inplace = false)
            {
                var result = inplace ? img : img.clone();
                using var hole = result.narrow(-2, top, height);
                using var narrow = hole.narrow(-1, left, width);
                narrow.copy_(value);
                return result;
            }

            public static Tensor normalize(Tensor input, double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32)
            {
                if (means.Length != stdevs.Length) throw new ArgumentException($"{means.Length} means and {stdevs.Length} deviations were given; their numbers must agree");
                if (input.ndim < 3 || (means.Length != 1 && means.Length != input.size(-3)))
                    throw new ArgumentException($"an image [{string.Join(", ", input.shape)}] does not take {means.Length} means; give one for each channel");
                using var scope = NewDisposeScope();
                long[] perChannel = [means.Length, 1, 1];
                var mean = tensor(means).reshape(perChannel).to(input.dtype).to(input.device);
                var deviation = tensor(stdevs).reshape(perChannel).to(input.dtype).to(input.device);
                return ((input - mean) / deviation).MoveToOuterDisposeScope();
            }

            /// <summary>Another element type; values are scaled between its range and 0..1.</summary>
            public static Tensor convert_image_dtype(Tensor image, ScalarType dtype = ScalarType.Float32)
            {
                if (image.dtype == dtype) return image.alias();
                using var scope = NewDisposeScope();
                return Converted(image, dtype).MoveToOuterDisposeScope();
            }

            private static Tensor Converted(Tensor image, ScalarType dtype)
            {
                var (from, to) = (image.dtype, dtype);
                if (is_floating_point(from) && is_floating_point(to)) return image.to(to);
                if (is_floating_point(from))
                {
                    if (from == float32 && to is ScalarType.Int32 or ScalarType.Int64)
                        throw new ArgumentException($"the cast from {from} to {to} cannot be performed safely");
                    const double epsilon = 1e-3;   // so that 1 does not round up past the largest integer
                    return image.mul(Largest(to) + 1.0 - epsilon).to(to);
                }
                if (is_floating_point(to)) return image.to(to).div((double)Largest(from));
                return Largest(from) > Largest(to)
                    ? image.div((Largest(from) + 1) / (Largest(to) + 1), RoundingMode.floor).to(to)
                    : image.to(to).mul((Largest(to) + 1) / (Largest(from) + 1));
            }

            private static long Largest(ScalarType type) => type switch
            {
                ScalarType.Byte => byte.MaxValue,
                ScalarType.Int8 => sbyte.MaxValue,
                ScalarType.Int16 => short.MaxValue,
                ScalarType.Int32 => int.MaxValue,
                ScalarType.Int64 => long.MaxValue,
                ScalarType.Bool => 1,
                _ => throw new ArgumentException($"{type} is no type of integers"),
            };

            // The largest value of a channel: 1 of floats, 255 of bytes.
            private static double Bound(Tensor image) => is_floating_point(image.dtype) ? 1 : Largest(image.dtype);

            /// <summary>Runs a function on a float batch [N, C, H, W] and gives its result the image's type and dimensions.</summary>
            private static Tensor OnFloatBatch(Tensor image, Func<Tensor, Tensor> function)
            {
                using var scope = NewDisposeScope();
                var batch = image.alias();
                while (batch.ndim < 4) batch = batch.unsqueeze(0);
                var isFloat = image.dtype is ScalarType.Float32 or ScalarType.Float64;
                var result = function(isFloat ? batch : batch.to(float32));
                for (var k = image.ndim; k < 4; k++) result = result.squeeze(0);
                if (!isFloat) result = is_floating_point(image.dtype) ? result.to(image.dtype) : result.round().to(image.dtype);
                return result.MoveToOuterDisposeScope();
            }
        }
    }
}
