using CnnCourse.Torch;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp;

public static partial class torchvision
{
    public interface ITransform : nn.IModule<Tensor, Tensor>
    {
    }

    private sealed class Transform(Func<Tensor, Tensor> function) : ITransform
    {
        public Tensor call(Tensor input1) => function(input1);
    }

    // What a chain makes on its way goes at its end; its result goes to the caller.
    private static Tensor Chain(IEnumerable<ITransform> transforms, Tensor input)
    {
        using var scope = NewDisposeScope();
        var image = input;
        foreach (var transform in transforms) image = transform.call(image);
        return ReferenceEquals(image, input) ? image : image.MoveToOuterDisposeScope();
    }

    /// <summary>Transforms of images as objects, with the functions of <see cref="functional"/> behind them.</summary>
    public static partial class transforms
    {
        private static Transform Of(Func<Tensor, Tensor> function) => new(function);

        public static ITransform Compose(params ITransform[] transforms) => Of(x => Chain(transforms, x));
        public static ITransform Lambda(Func<Tensor, Tensor> lambda) => Of(lambda);

        public static ITransform AdjustBrightness(double brightness_factor) => Of(x => F.adjust_brightness(x, brightness_factor));
        public static ITransform AdjustContrast(double contrast_factor) => Of(x => F.adjust_contrast(x, contrast_factor));
        public static ITransform AdjustGamma(double gamma, double gain = 1.0) => Of(x => F.adjust_gamma(x, gamma, gain));
        public static ITransform AdjustHue(double hue_factor) => Of(x => F.adjust_hue(x, hue_factor));
        public static ITransform AdjustSaturation(double saturation_factor) => Of(x => F.adjust_saturation(x, saturation_factor));
        public static ITransform AdjustSharpness(double sharpness) => Of(x => F.adjust_sharpness(x, sharpness));
        public static ITransform AutoContrast() => Of(F.autocontrast);
        public static ITransform Equalize() => Of(F.equalize);
        public static ITransform Grayscale(int outputChannels = 1) => Of(x => F.rgb_to_grayscale(x, outputChannels));
        public static ITransform Invert() => Of(F.invert);
        public static ITransform Posterize(int bits) => Of(x => F.posterize(x, bits));
        public static ITransform Solarize(double threshold) => Of(x => F.solarize(x, threshold));

        public static ITransform ConvertImageDtype(ScalarType dtype) => Of(x => F.convert_image_dtype(x, dtype));
        public static ITransform ConvertImageDType(ScalarType dtype) => ConvertImageDtype(dtype);

        public static ITransform Normalize(double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32, Device? device = null)
        {
            if (means.Length != stdevs.Length) throw new ArgumentException($"{means.Length} means and {stdevs.Length} deviations were given; their numbers must agree");
            return Of(x => F.normalize(x, means, stdevs, dtype));
        }

        public static ITransform CenterCrop(int height, int width) => Of(x => F.center_crop(x, height, width));
        public static ITransform CenterCrop(int size) => CenterCrop(size, size);
        public static ITransform Crop(int top, int left, int height, int width) => Of(x => F.crop(x, top, left, height, width));
        public static ITransform Erase(int top, int left, int height, int width, Tensor value, bool inplace = false) => Of(x => F.erase(x, top, left, height, width, value, inplace));
        public static ITransform HorizontalFlip() => Of(F.hflip);
        public static ITransform VerticalFlip() => Of(F.vflip);
        public static ITransform Pad(long[] padding, PaddingModes mode = PaddingModes.Constant, double fill = 0) => Of(x => F.pad(x, padding, fill, mode));

        public static ITransform Resize(int height, int width, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) =>
            Of(x => F.resize(x, height, width, interpolation, maxSize, antialias));

        public static ITransform Resize(int size, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) =>
            Resize(size, -1, interpolation, maxSize, antialias);

        public static ITransform Resize(int height, int width, int? maxSize = null) => Resize(height, width, InterpolationMode.Nearest, maxSize);
        public static ITransform Resize(int height, int width) => Resize(height, width, InterpolationMode.Nearest);
        public static ITransform Resize(int size, int? maxSize = null) => Resize(size, -1, InterpolationMode.Nearest, maxSize);
        public static ITransform Resize(int size) => Resize(size, -1, InterpolationMode.Nearest);

        public static ITransform ResizedCrop(int top, int left, int height, int width, int newHeight, int newWidth) =>
            Of(x => F.resized_crop(x, top, left, height, width, newHeight, newWidth));

        public static ITransform ResizedCrop(int top, int left, int size, int newSize) => ResizedCrop(top, left, size, size, newSize, newSize);

        public static ITransform Rotate(float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) =>
            Of(x => F.rotate(x, angle, interpolation, expand, center, fill));

        public static ITransform Perspective(IList<IList<int>> startpoints, IList<IList<int>> endpoints, InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null) =>
            Of(x => F.perspective(x, startpoints, endpoints, interpolation, fill));

        public static ITransform GaussianBlur(IList<long> kernelSize, float sigma) => Of(x => F.gaussian_blur(x, kernelSize, [sigma]));
        public static ITransform GaussianBlur(IList<long> kernelSize, float min = 0.1f, float max = 2.0f) => Of(x => F.gaussian_blur(x, kernelSize, [(float)Uniform(min, max)]));
        public static ITransform GaussianBlur(long kernel_size, float sigma) => GaussianBlur([kernel_size, kernel_size], sigma);
        public static ITransform GaussianBlur(long kernel_size, float min = 0.1f, float max = 2.0f) => GaussianBlur([kernel_size, kernel_size], min, max);
        public static ITransform GaussianBlur(long kernelHeight, long kernelWidth, float sigma) => GaussianBlur([kernelHeight, kernelWidth], sigma);
        public static ITransform GaussianBlur(long kernelHeight, long kernelWidth, float min = 0.1f, float max = 2.0f) => GaussianBlur([kernelHeight, kernelWidth], min, max);

        private static double Uniform(double low, double high) => low + SampleRandom.NextDouble() * (high - low);
    }
}
