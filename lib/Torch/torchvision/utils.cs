using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static class utils
    {
        public static Tensor make_grid(IEnumerable<Tensor> tensors, long nrow = 8, int padding = 2, bool normalize = false,
            (double low, double high)? value_range = null, bool scale_each = false, double pad_value = 0.0f)
        {
            using var scope = NewDisposeScope();
            return make_grid(stack(tensors), nrow, padding, normalize, value_range, scale_each, pad_value).MoveToOuterDisposeScope();
        }

        /// <summary>Images [N, C, H, W] side by side as one image [3, H', W'], <paramref name="nrow"/> in a row.</summary>
        public static Tensor make_grid(Tensor tensor, long nrow = 8, int padding = 2, bool normalize = false,
            (double low, double high)? value_range = null, bool scale_each = false, double pad_value = 0.0f)
        {
            using var scope = NewDisposeScope();
            if (tensor.ndim is < 2 or > 4) throw new ArgumentException($"images are [H, W], [C, H, W] or [N, C, H, W], not [{string.Join(", ", tensor.shape)}]");
            var images = tensor.alias();
            while (images.ndim < 4) images = images.unsqueeze(0);
            if (images.size(1) == 1) images = cat([images, images, images], 1);
            if (normalize) images = Normalized(images, value_range, scale_each);
            if (images.size(0) == 1) return images.squeeze(0).MoveToOuterDisposeScope();

            var count = images.size(0);
            var columns = Math.Min(nrow, count);
            var rows = (count + columns - 1) / columns;
            var (height, width) = (images.size(2) + padding, images.size(3) + padding);
            var grid = full([images.size(1), height * rows + padding, width * columns + padding], pad_value, images.dtype, images.device);
            for (var k = 0L; k < count; k++)
                grid.narrow(1, k / columns * height + padding, height - padding).narrow(2, k % columns * width + padding, width - padding).copy_(images.select(0, k));
            return grid.MoveToOuterDisposeScope();
        }

        public static void save_image(Tensor tensor, string filename, ImageFormat format, long nrow = 8, int padding = 2, bool normalize = false,
            (double low, double high)? value_range = null, bool scale_each = false, double pad_value = 0.0f, io.Imager? imager = null) =>
            CnnCourse.Torch.AtomicFile.Write(filename, stream => save_image(tensor, stream, format, nrow, padding, normalize, value_range, scale_each, pad_value, imager));

        /// <summary>Writes images with values in 0..1 as one picture.</summary>
        public static void save_image(Tensor tensor, Stream filestream, ImageFormat format, long nrow = 8, int padding = 2, bool normalize = false,
            (double low, double high)? value_range = null, bool scale_each = false, double pad_value = 0.0f, io.Imager? imager = null)
        {
            using var scope = NewDisposeScope();
            var grid = make_grid(tensor, nrow, padding, normalize, value_range, scale_each, pad_value);
            var bytes = grid.mul(255).add(0.5).clamp(0, 255).to(ScalarType.Byte).cpu();
            (imager ?? io.DefaultImager).EncodeImage(bytes, format, filestream);
        }

        private static Tensor Normalized(Tensor images, (double low, double high)? range, bool each)
        {
            if (each) return stack(images.unbind(0).Select(image => Normalized(image, range, false)));
            var (low, high) = range ?? (images.min().ToDouble(), images.max().ToDouble());
            return images.clamp(low, high).sub(low).div(Math.Max(high - low, 1e-5));
        }
    }
}
